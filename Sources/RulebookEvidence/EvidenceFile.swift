import RulebookSyntax
import RulebookText

/// A file of the evidence folder: its name as it is shown, and its bytes as they are.
public struct EvidenceFile: Sendable, Hashable {
  /// Name as shown in messages; the part behind the last `/` decides what the file is.
  public var name: String
  /// The file.
  public var bytes: [UInt8]

  /// A file shown as `name`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// What the file is, by its name.
  public var role: EvidenceFileRole { EvidenceFileRole(ofFileNamed: name) }
}

/// What a file of the evidence folder is; its name says so.
public enum EvidenceFileRole: Sendable, Hashable {
  /// `单位名册.csv`.
  case register
  /// `台账….csv`, with the office behind a dash (`台账-信访局.csv`) where there is one.
  case ledger(office: String?)
  /// `指标表….csv`: figures set beforehand.
  case figures
  /// Any other name.
  case other

  private static let suffix = Array(".csv".utf8)
  private static let registerName = Array("单位名册".utf8)
  private static let ledgerPrefix = Array("台账".utf8)
  private static let figuresPrefix = Array("指标表".utf8)
  /// What may stand between 台账 and the office, width folded.
  private static let dashes = ["-", "_", "—", "–", "－"].map { Array($0.utf8) }

  /// The role of a file shown as `name`.
  public init(ofFileNamed name: String) {
    let path = Array(name.utf8)
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let folded = FoldedName(path[start...]).bytes
    let stem = folded.dropLast(Self.suffix.count)
    let isCSV = folded.suffix(Self.suffix.count).map { $0 | 0x20 } == Self.suffix.map { $0 | 0x20 }
    if !isCSV {
      self = .other
    } else if stem.elementsEqual(Self.registerName) {
      self = .register
    } else if stem.starts(with: Self.ledgerPrefix) {
      self = .ledger(office: Self.office(behind: stem.dropFirst(Self.ledgerPrefix.count)))
    } else {
      self = stem.starts(with: Self.figuresPrefix) ? .figures : .other
    }
  }

  /// The office behind the dash; nil where there is no dash or nothing behind it.
  private static func office(behind rest: ArraySlice<UInt8>) -> String? {
    guard let dash = dashes.first(where: { rest.starts(with: $0) }) else { return nil }
    let name = rest.dropFirst(dash.count)
    // Offices are read as headings read them: quotes and a final 等 dropped (残联等).
    return OfficeNames.split(String(decoding: name, as: UTF8.self)).first
  }
}
