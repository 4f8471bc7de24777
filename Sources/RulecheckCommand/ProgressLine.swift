/// The line on a terminal that says what is being done; gone as soon as there is anything else to say.
final class ProgressLine {
  private var isShown = false
  private let isWanted =
    System.isTerminal(Console.Stream.problems.rawValue) && System.environment("TERM") != "dumb"

  /// Puts `words` in the place of what stood there.
  func show(_ words: String) {
    guard isWanted else { return }
    isShown = true
    write("\r\u{1B}[K\(words)")
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  /// A terminal that cannot be written to says so when there is something to say.
  private func write(_ text: String) {
    try? System.write(Array(text.utf8), to: Console.Stream.problems.rawValue)
  }
}
