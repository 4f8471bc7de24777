import FoundationEssentials
import Glibc
import Testing

/// The program as it was built, run in a folder of its own.
final class Workspace {
  /// What came of a run.
  struct Run {
    /// The exit status; 128 and the signal's number where a signal ended it.
    var status: Int32
    /// Standard output.
    var output: [UInt8]
    /// Standard error.
    var problems: String
    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Where standard output goes.
  enum Output {
    case file, fullDevice, closedPipe
  }

  /// The folder; removed with the workspace.
  let folder: String
  /// Where the streams of runs are kept, outside the folder.
  private let streams: String

  /// An empty folder.
  init() throws {
    let name = "rulecheck-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let base = FileManager.default.temporaryDirectory.path + "/" + name
    folder = base + "/folder"
    streams = base + "/streams"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: streams, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: String(folder.dropLast("/folder".count))) }

  /// Writes a file in the folder, with the folders it stands in.
  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  /// Writes a file in the folder, with the folders it stands in.
  func write(_ path: String, bytes: [UInt8]) throws {
    let whole = folder + "/" + path
    let parent = whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: whole))
  }

  /// The bytes of a file; nil where there is none.
  func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
  }

  /// The names in a folder, sorted.
  func names(in path: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/" + path).sorted()
  }

  /// Makes a named pipe.
  func makePipe(_ path: String) { unsafe #expect(mkfifo(folder + "/" + path, 0o600) == 0) }

  /// Makes a symbolic link.
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/" + path, withDestinationPath: target)
  }

  /// Makes a second name of a file.
  func hardLink(_ path: String, to target: String) throws {
    try FileManager.default.linkItem(atPath: folder + "/" + target, toPath: folder + "/" + path)
  }

  /// Gives a file another name, in the place of what has it.
  func move(_ path: String, to other: String) throws {
    unsafe #expect(rename(folder + "/" + path, folder + "/" + other) == 0)
  }

  /// Removes a file.
  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + path) }

  /// Sets the permission bits of a file or folder.
  func setPermissions(_ path: String, _ permissions: UInt32) {
    unsafe #expect(chmod(folder + "/" + path, permissions) == 0)
  }

  /// The permission bits of a file.
  func permissions(of path: String) -> UInt32 {
    var status = stat()
    unsafe #expect(stat(folder + "/" + path, &status) == 0)
    return UInt32(status.st_mode & 0o7777)
  }

  /// Runs the program in the folder.
  func run(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs the program, or another one, in the folder.
  func run(
    _ arguments: [String], input: [UInt8] = [], output: Output = .file, problems: Output = .file,
    environment: [String: String] = [:], program: String = Workspace.program
  ) throws -> Run {
    try run(
      command: [program] + arguments, input: input, output: output, problems: problems,
      environment: environment)
  }

  /// Runs a program of the system in the folder; nil where there is no such program.
  func runSystem(_ program: String, _ arguments: String..., input: [UInt8] = []) throws -> Run? {
    let path = "/usr/bin/" + program
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return try run(command: [path] + arguments, input: input)
  }

  private func run(
    command: [String], input: [UInt8], output: Output = .file, problems: Output = .file,
    environment: [String: String] = [:]
  ) throws -> Run {
    let paths = ["in", "out", "err"].map { streams + "/" + $0 }
    try Data(input).write(to: URL(filePath: paths[0]))
    let status = try Self.spawn(command, in: folder, paths, output, problems, environment)
    let bytes = { (path: String) in FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }
    return Run(
      status: status, output: bytes(paths[1]), problems: String(decoding: bytes(paths[2]), as: UTF8.self))
  }
}

extension Workspace {
  /// The program.
  static let program = builtFolder + "/rulecheck"

  /// The program that measures.
  static let benchmark = builtFolder + "/rulebench"

  /// Where programs are built: beside the bundle of the tests.
  private static let builtFolder: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let folder = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
    return String(decoding: folder, as: UTF8.self)
  }()

  private struct SpawnError: Error { let number: Int32 }

  private static func spawn(
    _ command: [String], in folder: String, _ streams: [String], _ output: Output,
    _ problems: Output, _ environment: [String: String]
  ) throws -> Int32 {
    wait(for: try start(command, in: folder, streams, output, problems, environment))
  }

  /// The exit status of a process; 128 and the signal's number where a signal ended it.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Starts the program and calls `body` while it runs; what it has written so far is asked for with the argument.
  func whileRunning(_ arguments: [String], _ body: (_ written: @escaping () -> Run) throws -> Void) throws
    -> Run
  {
    let paths = ["in", "out", "err"].map { streams + "/" + $0 }
    try Data().write(to: URL(filePath: paths[0]))
    let process = try Self.start([Self.program] + arguments, in: folder, paths, .file, .file, [:])
    let bytes = { (path: String) in FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }
    let written = { (status: Int32) in
      Run(status: status, output: bytes(paths[1]), problems: String(decoding: bytes(paths[2]), as: UTF8.self))
    }
    do {
      try body { written(0) }
    } catch {
      kill(process, SIGKILL)
      _ = Self.wait(for: process)
      throw error
    }
    kill(process, SIGINT)
    return written(Self.wait(for: process))
  }

  private static func start(
    _ arguments: [String], in folder: String, _ streams: [String], _ output: Output,
    _ problems: Output, _ environment: [String: String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    let fresh = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
    var ends: [Int32] = [-1, -1]
    switch output {
    case .file: unsafe posix_spawn_file_actions_addopen(&actions, 1, streams[1], fresh, 0o600)
    case .fullDevice: unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/full", O_WRONLY, 0)
    case .closedPipe:
      unsafe #expect(pipe(&ends) == 0)
      close(ends[0])
      unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }
    defer { if ends[1] >= 0 { close(ends[1]) } }
    let errors = problems == .fullDevice ? "/dev/full" : streams[2]
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, problems == .file ? fresh : O_WRONLY, 0o600)
    let given = ["LC_ALL": "C", "TERM": "dumb"].merging(environment) { $1 }.map { "\($0)=\($1)" }
    // The shell only changes the folder, which posix_spawn cannot do everywhere.
    let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments
    return unsafe try withPointers(words) { words in
      unsafe try withPointers(given) { variables in
        var process: pid_t = 0
        let failure = unsafe posix_spawn(&process, "/bin/sh", &actions, nil, words, variables)
        guard failure == 0 else { throw SpawnError(number: failure) }
        return process
      }
    }
  }

  /// `texts` as a list of C strings that ends with a null pointer.
  private static func withPointers<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return try unsafe body(copies)
  }
}
