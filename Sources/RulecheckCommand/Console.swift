import RulebookModel
import RulebookSyntax
import RulebookText

/// What a run has made and needs no more: taking a large tree apart, only to end the process, is work for nothing.
final class Kept {
  private var readings: [(rulebook: Rulebook?, tree: SyntaxTree?)] = []

  /// Keeps what was read from a rulebook.
  func keep(_ rulebook: Rulebook?, _ tree: SyntaxTree?) { readings.append((rulebook, tree)) }
}

/// The two streams of a run, and how they are to be written to.
struct Console {
  /// A stream of the process.
  enum Stream: Int32 {
    /// What was asked for.
    case output = 1
    /// What is to be said about it.
    case problems = 2
  }

  /// When to use colours.
  enum Colour: String, CaseIterable {
    case auto, always, never
  }

  /// What is left as it is until the process ends.
  let kept = Kept()

  /// What is being done, on a terminal.
  let progress = ProgressLine()

  /// The wish of the command line.
  var colour = Colour.auto

  /// Writes what was asked for.
  func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Writes what was asked for.
  func write(_ bytes: [UInt8]) throws(Failure) {
    progress.clear()
    do throws(System.Fault) {
      try System.write(bytes, to: Stream.output.rawValue)
    } catch {
      throw error.isBrokenPipe ? .ended(.couldNotRun) : .couldNotRun("结果没有写完：\(error.words)")
    }
  }

  /// Says something about the run. Where even that cannot be written, the run has failed, and only its exit status
  /// is left to tell so.
  func say(_ text: String) throws(Failure) {
    progress.clear()
    do throws(System.Fault) {
      try System.write(Array(text.utf8), to: Stream.problems.rawValue)
    } catch {
      throw .ended(.couldNotRun)
    }
  }

  /// Whether `stream` gets colours: asked for, or a terminal that has not been asked to go without.
  func isColoured(_ stream: Stream) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      System.environment("NO_COLOR") == nil && System.environment("TERM") != "dumb"
        && System.isTerminal(stream.rawValue)
    }
  }

  /// Columns to lay text out for: the terminal's, those of COLUMNS, or 100.
  func width(of stream: Stream) -> Int {
    if let columns = System.columns(of: stream.rawValue) { return columns }
    guard let stated = System.environment("COLUMNS").flatMap({ Int($0) }), stated > 0 else { return 100 }
    return min(stated, 1_000)
  }

  /// How diagnostics are laid out on `stream`.
  func options(for stream: Stream) -> RenderingOptions {
    RenderingOptions(width: width(of: stream), colour: isColoured(stream))
  }

  /// Shows diagnostics among the problems; only the `sources` they speak of are looked at.
  func say(
    _ diagnostics: [Diagnostic], further: [FurtherDiagnostics] = [], sources: [SourceText]
  ) throws(Failure) {
    guard !diagnostics.isEmpty else { return }
    let named = sources.filter { source in
      diagnostics.contains {
        $0.primary.file == source.name || $0.related.contains { $0.file == source.name }
      }
    }
    let library = SourceLibrary(named)
    try say(
      DiagnosticFormat.text.render(
        diagnostics, further: further, sources: library, options: options(for: .problems)))
  }
}
