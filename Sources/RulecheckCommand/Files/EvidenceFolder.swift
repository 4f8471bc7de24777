import RulebookEvidence
import RulebookModel
import RulebookText

/// The files of evidence in a folder, read as they are.
struct EvidenceFolder {
  /// The CSV files, in the order of their names.
  let files: [EvidenceFile]
  /// Which files they are, so that no result is written over them.
  let identities: [System.FileIdentity]
  /// What looks like evidence, and is not read.
  let strangers: [Stranger]
  private let identity: System.FileIdentity

  /// Something in the folder that looks like evidence, and is not read.
  enum Stranger: Hashable {
    /// A workbook, or a register or ledger in another form than CSV.
    case otherForm(String)
    /// A CSV file that is hidden.
    case hidden(String)
    /// A folder with CSV files.
    case folder(String)

    /// What it is, and what to do.
    var words: String {
      switch self {
      case .otherForm(let name): "“\(name)”；台账和名册另存为 CSV 才会读取"
      case .hidden(let name): "“\(name)”；文件名以“.”开头的是隐藏文件，改名才会读取"
      case .folder(let name): "文件夹“\(name)”里的 CSV 文件；台账和名册不放在下一级文件夹里"
      }
    }
  }

  /// Reads every CSV file of the folder at `path`; folders in it are left alone.
  init(path: String) throws(Failure) {
    let folder = try Folder(path: path)
    var files: [EvidenceFile] = []
    var identities: [System.FileIdentity] = []
    for path in folder.paths(endingWith: ".csv") {
      guard !path.unicodeScalars.contains("\u{FFFD}") else {
        throw .couldNotRun("“\(path)”的文件名读不出来，多半是从别的电脑的压缩包里解出来的；请改名再试")
      }
      let file = try InputFile(path: path, limit: InputFile.evidenceLimit)
      files.append(EvidenceFile(name: file.path, bytes: file.bytes))
      if let identity = file.identity { identities.append(identity) }
    }
    self.files = files
    self.identities = identities
    strangers = folder.names.compactMap { Self.stranger($0, in: folder) }
    identity = try Self.identity(ofFolder: path)
  }

  /// Whether a file at `path` would stand in the folder, whatever way the path goes.
  func holds(_ path: String) throws(Failure) -> Bool {
    try Self.identity(ofFolder: path.enclosingFolder) == identity
  }

  private static func identity(ofFolder path: String) throws(Failure) -> System.FileIdentity {
    try Failure.explaining("读不了文件夹“\(path)”") { () throws(System.Fault) in
      try System.identity(ofFolder: path)
    }
  }

  /// What a name stands for that looks like evidence and is not read; nil for any other.
  private static func stranger(_ name: String, in folder: Folder) -> Stranger? {
    // Lock files of Excel and LibreOffice, and what macOS keeps beside each file.
    if name.hasPrefix("~") || name.hasPrefix("._") || name.hasPrefix(".~") { return nil }
    if name.hasEnding(".csv") { return name.hasPrefix(".") ? .hidden(name) : nil }
    if let inner = try? Folder(path: folder.path(of: name)) {
      return inner.paths(endingWith: ".csv").isEmpty ? nil : .folder(name)
    }
    if name.hasPrefix(".") { return nil }
    let isWorkbook = [".xlsx", ".xls", ".xlsm", ".et", ".ods"].contains { name.hasEnding($0) }
    return isWorkbook || name.hasPrefix("台账") || name.hasPrefix("单位名册") ? .otherForm(name) : nil
  }
}
