import Fingerprints
import RulebookReports
import RulebookText

/// A folder of results: scores.json, scores.csv and the manifest. Written whole, or not at all.
///
/// The files are written into a new folder beside it, which takes its name only once all of them are on the disk. What
/// was published stays: a folder that holds anything is never written over.
struct ResultsFolder {
  /// The path, as it is shown.
  let path: String

  static let json = "scores.json"
  static let csv = "scores.csv"
  static let manifest = "manifest.txt"

  /// A folder at `path`.
  init(path: String) {
    let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    self.path = trimmed.isEmpty ? "/" : String(decoding: Array(trimmed), as: UTF8.self)
  }

  /// The path of a file in it.
  func path(of name: String) -> String { path + "/" + name }

  /// Refuses a folder that holds something, and what is no folder.
  func checkFree() throws(Failure) {
    let status = try attempt { () throws(System.Fault) in try System.status(ofPath: path) }
    guard let status else { return }
    guard status.kind == .folder else { throw .couldNotRun("“\(path)”已经有了，又不是文件夹") }
    guard try Folder(path: path).names.isEmpty else {
      throw .couldNotRun("文件夹“\(path)”里已经有文件，没有动；结果写进一个新的文件夹")
    }
  }

  /// Writes the scores of a sheet and what they were made from; the fingerprint of the manifest.
  func write(_ sheet: ScoreSheet, _ manifest: ResultsManifest) throws(Failure) -> String {
    try checkFree()
    let temporary = try create()
    var manifest = manifest
    do throws(Failure) {
      manifest.results = [
        try Self.write(ScoreJSON(sheet), Self.json, into: temporary),
        try Self.write(ScoreCSV(sheet), Self.csv, into: temporary),
      ]
      let bytes = Array(manifest.text.utf8)
      try OutputFile(path: temporary + "/" + Self.manifest, inputs: []).write {
        (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
        try sink(bytes)
      }
      try attempt { () throws(System.Fault) in try System.rename(temporary, to: path) }
    } catch {
      Self.remove(temporary)
      throw error
    }
    try attempt { () throws(System.Fault) in try System.synchronize(folder: path.enclosingFolder) }
    return SHA256.fingerprint(of: Array(manifest.text.utf8))
  }

  private static func write(
    _ report: some Report, _ name: String, into folder: String
  ) throws(Failure) -> ResultsManifest.Entry {
    var hash = SHA256()
    try OutputFile(path: folder + "/" + name, inputs: []).write {
      (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
      try report.write { (piece: [UInt8]) throws(Failure) in
        hash.update(piece)
        try sink(piece)
      }
    }
    return ResultsManifest.Entry(name: name, fingerprint: hash.fingerprint)
  }

  /// A new folder beside this one; one left over from a run that was killed stays what it is.
  private func create() throws(Failure) -> String {
    for attempt in 1...100 {
      let temporary = "\(path.enclosingFolder)/.rulecheck-\(System.processNumber)-\(attempt).tmp"
      do throws(System.Fault) {
        try System.makeFolder(temporary)
        return temporary
      } catch {
        if !error.isNameTaken { throw .couldNotRun("写不了“\(path)”：\(error.words)") }
      }
    }
    throw .couldNotRun("写不了“\(path)”：文件夹里留有太多 .rulecheck-….tmp")
  }

  private static func remove(_ folder: String) {
    for name in (try? System.names(inFolder: folder)) ?? [] { try? System.remove(folder + "/" + name) }
    try? System.removeFolder(folder)
  }

  private func attempt<Result>(_ call: () throws(System.Fault) -> Result) throws(Failure) -> Result {
    try Failure.explaining("写不了“\(path)”", call)
  }
}
