import RulebookText

/// A file of the folder, on its way through reading.
struct OpenedFile {
  /// The file as handed over.
  let file: EvidenceFile
  /// What became of it.
  var report: EvidenceFileReport
  /// Its text, where it is text and of use.
  var source: SourceText?
  /// Its text for showing, damaged or not.
  var shownSource: SourceText?
  /// Its place in the table's `sources`.
  var placeInTable: Int?
  /// For each office of the rulebook what it says of its having reported.
  var offices: [OfficeReport] = []
  /// The months that its rows report for 按月考核.
  var reportedMonths: Set<ReportedMonth> = []
  /// What kept it from being opened.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the bytes of `file` as text, unless the file is none of ours or too large.
  init(_ file: EvidenceFile, greatestSize: Int) {
    self.file = file
    report = EvidenceFileReport(name: file.name, role: file.role)
    switch report.role {
    case .other: diagnostics.append(.unreadFile(at: label))
    case .register, .ledger, .figures: decode(greatestSize: greatestSize)
    }
    report.isRefused = source == nil && report.role != .other
  }

  /// A label on the file as a whole.
  var label: Label { Label(file: file.name, range: TextRange(0, 0)) }

  private mutating func decode(greatestSize: Int) {
    // A text converted from GB18030 is at most one and a half times as long; offsets are 32 bits wide.
    let limit = min(greatestSize, Int(UInt32.max) / 2)
    guard file.bytes.count <= limit else {
      diagnostics.append(.evidenceTooLarge("文件", limit: "\(limit) 字节", at: label))
      return
    }
    switch TextDecoder.decode(name: file.name, bytes: file.bytes) {
    case .text(let text):
      source = text
      shownSource = text
      report.encoding = text.encoding
    case .damaged(let damage):
      let isUTF8 = damage.looksLike == .utf8
      if isUTF8 { shownSource = SourceText(name: file.name, bytes: file.bytes) }
      let range = isUTF8 ? TextRange(damage.offset, damage.offset + damage.bytes.count) : TextRange(0, 0)
      diagnostics.append(.damagedEvidence(damage, at: Label(file: file.name, range: range)))
    case .utf16:
      diagnostics.append(.utf16Evidence(at: label))
    case .binary(let offset):
      diagnostics.append(.binaryEvidence(offset: offset, at: label))
    }
  }
}
