/// Checks again whenever a file has been saved, until somebody presses Ctrl-C.
///
/// Files are looked at a few times a second: that sees files which an editor replaces, on every disk, also on those of
/// another system, and costs nothing that could be noticed.
struct Watch {
  private let console: Console
  private let paths: () throws(Failure) -> [String]
  private let check: () throws(Failure) -> ExitStatus

  /// Milliseconds between two looks.
  private static let pause = 300

  /// Watches what `paths` names, and calls `check` whenever it has changed.
  init(
    _ console: Console, paths: @escaping () throws(Failure) -> [String],
    check: @escaping () throws(Failure) -> ExitStatus
  ) {
    self.console = console
    self.paths = paths
    self.check = check
  }

  /// Watches; the exit status is that of the last check.
  func run() throws(Failure) -> ExitStatus {
    System.holdInterrupts()
    while true {
      let seen = stamps
      let status = try checked()
      repeat {
        if System.isInterrupted(withinMilliseconds: Self.pause) { return status }
      } while stamps == seen
      guard settles() else { return status }
    }
  }

  /// Waits until a file that is being written is written; false where somebody has pressed Ctrl-C.
  private func settles() -> Bool {
    var last = stamps
    while !System.isInterrupted(withinMilliseconds: Self.pause) {
      let now = stamps
      if now == last { return true }
      last = now
    }
    return false
  }

  /// Checks once on a fresh screen; a file that cannot be read may be there again with the next save.
  private func checked() throws(Failure) -> ExitStatus {
    if System.isTerminal(Console.Stream.output.rawValue) { try console.write("\u{1B}[2J\u{1B}[3J\u{1B}[H") }
    let status = try outcome()
    try console.write("\(status == .success ? "没有错误。" : "")正在看着，存盘就重查；按 Ctrl-C 结束\n")
    return status
  }

  private func outcome() throws(Failure) -> ExitStatus {
    do throws(Failure) {
      return try check()
    } catch {
      guard error.status != .usage, !error.message.isEmpty else { throw error }
      try console.say(error.message)
      return error.status
    }
  }

  /// How each file stands; a file that is not there has no stamp.
  private var stamps: [String: System.FileStamp?] {
    let paths = (try? paths()) ?? []
    return Dictionary(paths.map { ($0, System.stamp(ofPath: $0)) }) { first, _ in first }
  }
}
