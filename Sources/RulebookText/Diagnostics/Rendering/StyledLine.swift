/// What a piece of output is, for those who see colours. Colour repeats what the words say.
enum Style: Sendable {
  case plain
  case strong
  case place
  case severity(Severity)

  /// The ANSI sequence that starts the style.
  fileprivate var start: String {
    switch self {
    case .plain: ""
    case .strong: "\u{1B}[1m"
    case .place: "\u{1B}[34m"
    case .severity(.error): "\u{1B}[1;31m"
    case .severity(.warning): "\u{1B}[1;33m"
    case .severity(.note): "\u{1B}[1;36m"
    }
  }
}

/// A line of output in pieces, each with its style.
struct StyledLine: Sendable {
  private var pieces: [(text: String, style: Style)] = []

  /// A line that starts with `text`.
  init(_ text: String = "", _ style: Style = .plain) {
    append(text, style)
  }

  /// Adds `text`. Hidden characters become stand-ins here, so none can reach the terminal.
  mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    pieces.append((text.madeVisible, style))
  }

  /// The line as written, without a line break.
  func rendered(colour: Bool) -> String {
    pieces.map { piece in
      guard colour, !piece.style.start.isEmpty else { return piece.text }
      return piece.style.start + piece.text + "\u{1B}[0m"
    }.joined()
  }
}
