/// A file that has been read.
struct InputFile {
  /// The path, as it is shown.
  let path: String
  /// What is in it.
  let bytes: [UInt8]
  /// Which file it is; nil for standard input.
  let identity: System.FileIdentity?

  /// Most bytes of a rulebook that are read; far more than the language allows.
  static let rulebookLimit = 64 << 20
  /// Most bytes of a file of evidence.
  static let evidenceLimit = 1 << 30

  /// Reads the file at `path`, `-` being standard input. Only regular files are read: others may never end.
  init(path: String, limit: Int) throws(Failure) {
    self.path = path == "-" ? "标准输入" : path
    if path == "-" {
      (bytes, identity) = try Self.read(0, self.path, limit, isFile: false)
      return
    }
    let descriptor = try Self.attempt(path) { () throws(System.Fault) in try System.openForReading(path) }
    defer { try? System.close(descriptor) }
    (bytes, identity) = try Self.read(descriptor, path, limit, isFile: true)
  }

  private static func read(
    _ descriptor: Int32, _ path: String, _ limit: Int, isFile: Bool
  ) throws(Failure) -> ([UInt8], System.FileIdentity?) {
    let status = try attempt(path) { () throws(System.Fault) in try System.status(of: descriptor) }
    if status.kind == .folder { throw .couldNotRun("“\(path)”是文件夹，不是文件") }
    if isFile, status.kind != .regular { throw .couldNotRun("“\(path)”不是普通文件（是管道或设备），没有读取") }
    let bytes = try attempt(path) { () throws(System.Fault) in
      try System.read(descriptor, limit: limit, expecting: isFile ? status.size : 0)
    }
    guard let bytes else { throw .couldNotRun("“\(path)”超过 \(limit >> 20) MB，没有读取") }
    return (bytes, isFile ? status.identity : nil)
  }

  private static func attempt<Result>(
    _ path: String, _ call: () throws(System.Fault) -> Result
  ) throws(Failure) -> Result {
    try Failure.explaining("读不了“\(path)”", call)
  }
}

/// A folder whose names have been read.
struct Folder {
  /// The path, as it is shown.
  let path: String
  /// What is in it, in the order of the bytes of the names.
  let names: [String]

  /// Lists the folder at `path`.
  init(path: String) throws(Failure) {
    self.path = path
    names = try Failure.explaining("读不了文件夹“\(path)”") { () throws(System.Fault) in
      try System.names(inFolder: path)
    }
  }

  /// The path of something in it.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// The paths of what ends with `ending` (small ASCII letters), in letters of either case; hidden files left out.
  func paths(endingWith ending: String) -> [String] {
    names.filter { $0.hasEnding(ending) && !$0.hasPrefix(".") }.map { path(of: $0) }
  }

  /// The paths of the folders in it; hidden ones and links left out.
  var folders: [String] {
    names.filter { !$0.hasPrefix(".") }.map { path(of: $0) }
      .filter { (try? System.status(ofPath: $0))?.kind == .folder }
  }
}

extension String {
  /// Whether it ends with `ending` (small ASCII letters), in letters of either case.
  func hasEnding(_ ending: String) -> Bool {
    let tail = utf8.suffix(ending.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return tail.elementsEqual(ending.utf8)
  }

  /// The folder a path names something in.
  var enclosingFolder: String {
    let bytes = Array(utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }
}
