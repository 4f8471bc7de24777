import RulebookText

/// Names near to unknown ones, each looked for once.
///
/// Looking through all names takes a while, so only the first unknown names of a file get suggestions:
/// time stays in proportion to the file however many of its names are unknown.
struct NameSuggestions: Sendable {
  private var known: [String: [String]] = [:]
  private var remaining = 100

  /// Suggestions yet to be asked for.
  init() {}

  /// Up to three of `names` that `name` may have been meant to be.
  mutating func near(_ name: String, among names: [String]) -> [String] {
    if let found = known[name] { return found }
    guard remaining > 0 else { return [] }
    remaining -= 1
    let found =
      switch NearName.nearest(to: name, among: names) {
      case .sure(let name, reason: _): [name]
      case .similar(let names): names
      case .none: [String]()
      }
    known[name] = found
    return found
  }
}
