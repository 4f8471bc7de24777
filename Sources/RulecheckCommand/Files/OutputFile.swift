/// A file to be written: whole, or not at all.
///
/// What is written goes into a new file in the same folder, which takes the place of the old one only once all of
/// it is on the disk. Whatever fails, the old file stays as it was and nothing else is left behind.
struct OutputFile {
  /// The path, as it is shown.
  let path: String
  /// Permission bits of the file that is replaced.
  private let permissions: UInt32?

  /// A file at `path`, which may exist unless it is one of `inputs` or no regular file.
  init(path: String, inputs: [System.FileIdentity]) throws(Failure) {
    self.path = path
    let status = try Self.attempt(path) { () throws(System.Fault) in try System.status(ofPath: path) }
    permissions = status?.permissions
    guard let status else { return }
    switch status.kind {
    case .folder: throw .couldNotRun("“\(path)”是文件夹，结果要写进文件")
    case .symbolicLink: throw .couldNotRun("“\(path)”是符号链接；写出它指向的文件")
    case .other: throw .couldNotRun("“\(path)”不是普通文件（是管道或设备）")
    case .regular: break
    }
    if inputs.contains(status.identity) { throw .couldNotRun("“\(path)”是这次读取的文件，不能被结果覆盖") }
    if status.permissions & 0o222 == 0 { throw .couldNotRun("“\(path)”是只读的") }
  }

  /// Writes the pieces that `produce` hands over.
  func write(_ produce: (_ sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) -> Void) throws(Failure) {
    let (descriptor, temporary) = try create()
    do throws(Failure) {
      do throws(Failure) {
        try produce { (piece: [UInt8]) throws(Failure) in
          try attempt { () throws(System.Fault) in try System.write(piece, to: descriptor) }
        }
        try attempt { () throws(System.Fault) in try settle(descriptor) }
      } catch {
        try? System.close(descriptor)
        throw error
      }
      try attempt { () throws(System.Fault) in
        try System.close(descriptor)
        try System.rename(temporary, to: path)
      }
    } catch {
      try? System.remove(temporary)
      throw error
    }
    try attempt { () throws(System.Fault) in try System.synchronize(folder: path.enclosingFolder) }
  }

  /// Gives the new file the old one's permissions, and waits until it is on the disk.
  private func settle(_ descriptor: Int32) throws(System.Fault) {
    if let permissions { try System.setPermissions(of: descriptor, to: permissions) }
    try System.synchronize(descriptor)
  }

  /// A new file beside the old one; one left over from a run that was killed stays what it is.
  private func create() throws(Failure) -> (descriptor: Int32, path: String) {
    let folder = path.enclosingFolder
    for attempt in 1...100 {
      let temporary = "\(folder)/.rulecheck-\(System.processNumber)-\(attempt).tmp"
      do throws(System.Fault) {
        return (try System.create(temporary, permissions: permissions == nil ? 0o666 : 0o600), temporary)
      } catch {
        if !error.isNameTaken { throw .couldNotRun("写不了“\(path)”：\(error.words)") }
      }
    }
    throw .couldNotRun("写不了“\(path)”：文件夹里留有太多 .rulecheck-….tmp 文件")
  }

  private func attempt(_ call: () throws(System.Fault) -> Void) throws(Failure) {
    try Self.attempt(path, call)
  }

  private static func attempt<Result>(
    _ path: String, _ call: () throws(System.Fault) -> Result
  ) throws(Failure) -> Result {
    try Failure.explaining("写不了“\(path)”", call)
  }
}
