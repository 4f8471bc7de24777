import RulebookEvidence
import RulebookModel
import RulebookText

/// The files of evidence in a folder, read as they are.
struct EvidenceFolder {
  /// The CSV files, in the order of their names.
  let files: [EvidenceFile]
  /// Which files they are, so that no result is written over them.
  let identities: [System.FileIdentity]
  /// Names of files that look like evidence, and are none that is read.
  let strangers: [String]

  /// Reads every CSV file of the folder at `path`; folders in it are left alone.
  init(path: String) throws(Failure) {
    let folder = try Folder(path: path)
    var files: [EvidenceFile] = []
    var identities: [System.FileIdentity] = []
    for path in folder.paths(endingWith: ".csv") {
      let file = try InputFile(path: path, limit: InputFile.evidenceLimit)
      files.append(EvidenceFile(name: file.path, bytes: file.bytes))
      if let identity = file.identity { identities.append(identity) }
    }
    self.files = files
    self.identities = identities
    strangers = folder.names.filter { Self.looksLikeEvidence($0) }
  }

  /// Whether a name is that of a workbook, or of a register or ledger in another form than CSV.
  private static func looksLikeEvidence(_ name: String) -> Bool {
    if name.hasEnding(".csv") || name.hasPrefix(".") || name.hasPrefix("~") { return false }
    let isWorkbook = [".xlsx", ".xls", ".et"].contains { name.hasEnding($0) }
    return isWorkbook || name.hasPrefix("台账") || name.hasPrefix("单位名册")
  }
}
