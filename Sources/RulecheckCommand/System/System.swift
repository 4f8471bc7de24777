import Glibc

/// The calls to the operating system; nothing else in the project makes any.
///
/// Calls that a signal interrupts are made again. What goes wrong is thrown as the system's number of the error.
enum System {
  /// An error of the system.
  struct Fault: Error, Hashable {
    /// The number, one of the `E…` constants.
    let number: Int32
  }

  /// What a path leads to.
  struct FileStatus: Hashable {
    /// The kinds of file that matter here.
    enum Kind: Hashable {
      case regular, folder, symbolicLink, other
    }

    let kind: Kind
    /// Bytes.
    let size: Int
    /// The permission bits.
    let permissions: UInt32
    /// Which file it is, whatever path leads there.
    let identity: FileIdentity
  }

  /// A file as the system knows it.
  struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// What is another once a file has been saved, be it written again or replaced by one of the same name.
  struct FileStamp: Hashable {
    let file: FileIdentity
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }
}

// Opening and asking.
extension System {
  /// Opens a file for reading; never waits for the other end of a pipe.
  static func openForReading(_ path: String) throws(Fault) -> Int32 {
    try checked { unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
  }

  /// Makes a new file for writing; an error where anything has that name.
  static func create(_ path: String, permissions: UInt32) throws(Fault) -> Int32 {
    try checked { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions) }
  }

  static func close(_ descriptor: Int32) throws(Fault) {
    // After EINTR the descriptor is closed all the same.
    guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw Fault(number: errno) }
  }

  static func status(of descriptor: Int32) throws(Fault) -> FileStatus {
    var status = stat()
    try checked { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// What stands at `path`, a symbolic link not followed; nil where nothing does.
  static func status(ofPath path: String) throws(Fault) -> FileStatus? {
    var status = stat()
    do throws(Fault) {
      try checked { unsafe lstat(path, &status) }
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
    return FileStatus(status)
  }

  /// How the file at `path` stands, symbolic links followed; nil where there is none just now.
  static func stamp(ofPath path: String) -> FileStamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileStamp(
      file: FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino)),
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Which folder `path` leads to, symbolic links followed.
  static func identity(ofFolder path: String) throws(Fault) -> FileIdentity {
    let descriptor = try checked { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { try? close(descriptor) }
    return try status(of: descriptor).identity
  }

  /// The folder the program was started in; nil where the system does not say.
  static var currentFolder: String? {
    var path = [CChar](repeating: 0, count: 4096)
    guard unsafe getcwd(&path, path.count) != nil else { return nil }
    return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in a folder, in the order of their bytes; `.` and `..` left out.
  static func names(inFolder path: String) throws(Fault) -> [String] {
    guard let folder = unsafe opendir(path) else { throw Fault(number: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw Fault(number: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

// Reading and writing.
extension System {
  /// All that `descriptor` still has to give, about `size` bytes; nil where that is more than `limit` bytes.
  static func read(_ descriptor: Int32, limit: Int, expecting size: Int = 0) throws(Fault) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(0, size), limit))
    // A rulebook fits into little; a large file is read in large pieces.
    var chunk = [UInt8](repeating: 0, count: 1 << 15)
    while true {
      let count = try checked {
        unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes += chunk[..<count]
      if bytes.count == 1 << 15 { chunk = [UInt8](repeating: 0, count: 1 << 18) }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let start = written
      written += try checked {
        unsafe bytes.withUnsafeBytes { buffer in
          let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
          return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        }
      }
    }
  }

  /// Waits until what was written to a file or folder is on the disk.
  static func synchronize(_ descriptor: Int32) throws(Fault) { try checked { fsync(descriptor) } }

  /// Waits until the names in a folder are on the disk; file systems that cannot are left alone.
  static func synchronize(folder path: String) throws(Fault) {
    let descriptor = try checked { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { try? close(descriptor) }
    do throws(Fault) {
      try synchronize(descriptor)
    } catch {
      if error.number != EINVAL { throw error }
    }
  }

  static func setPermissions(of descriptor: Int32, to permissions: UInt32) throws(Fault) {
    try checked { fchmod(descriptor, permissions) }
  }

  static func rename(_ path: String, to other: String) throws(Fault) {
    try checked { unsafe Glibc.rename(path, other) }
  }

  /// Makes a folder; one that is there already is a fault.
  static func makeFolder(_ path: String) throws(Fault) { try checked { unsafe mkdir(path, 0o777) } }

  /// Makes a folder, unless one is there.
  static func createFolder(_ path: String) throws(Fault) {
    do throws(Fault) {
      try makeFolder(path)
    } catch {
      if !error.isNameTaken { throw error }
    }
  }

  static func removeFolder(_ path: String) throws(Fault) { try checked { unsafe rmdir(path) } }

  static func remove(_ path: String) throws(Fault) { try checked { unsafe unlink(path) } }
}

// The surroundings.
extension System {
  /// The value of an environment variable; nil where it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal at `descriptor`; nil where there is none or it does not say.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Lets a write to a closed pipe, or beyond the size a file may have, fail instead of ending the process.
  static func ignoreWriteSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Keeps Ctrl-C, and being asked to end, from ending the process until it is waited for.
  static func holdInterrupts() { _ = unsafe withInterrupts { unsafe sigprocmask(SIG_BLOCK, $0, nil) } }

  /// Waits so long; true where Ctrl-C was pressed, or the process was asked to end, since interrupts are held.
  static func isInterrupted(withinMilliseconds time: Int) -> Bool {
    var time = timespec(tv_sec: time / 1000, tv_nsec: time % 1000 * 1_000_000)
    return unsafe withInterrupts { unsafe sigtimedwait($0, nil, &time) } > 0
  }

  private static func withInterrupts(_ call: (UnsafePointer<sigset_t>) -> Int32) -> Int32 {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { unsafe _ = sigaddset(&signals, signal) }
    return unsafe withUnsafePointer(to: &signals) { unsafe call($0) }
  }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }
}

extension System {
  /// The result of `call`, which gives a negative number where it fails.
  @discardableResult
  private static func checked<Count: SignedInteger>(_ call: () -> Count) throws(Fault) -> Count {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Fault(number: errno) }
    }
  }
}

extension System.FileStatus {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    identity = System.FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }
}

extension System.Fault {
  /// Whether the reader of a pipe has gone.
  var isBrokenPipe: Bool { number == EPIPE }

  /// Whether something of that name exists already.
  var isNameTaken: Bool { number == EEXIST }

  /// What went wrong, in plain words.
  var words: String {
    switch number {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有权限，或者文件正被 Excel 或 WPS 打开"
    case EISDIR: "这是文件夹，不是文件"
    case ENOTDIR: "这不是文件夹"
    case ENOSPC, EDQUOT: "磁盘已满"
    case EROFS: "所在的磁盘只能读"
    case EIO: "磁盘读写出错"
    case ENAMETOOLONG: "名称太长"
    case ELOOP: "符号链接绕成了圈"
    case EMFILE, ENFILE: "打开的文件太多"
    case ETXTBSY, EBUSY: "文件正被别的程序使用"
    case EFBIG: "文件太大"
    default: "系统报告的错误号是 \(number)"
    }
  }
}
