/// The texts diagnostics speak of, found by name and kept in the order they were added.
public struct SourceLibrary: Sendable {
  /// A text with the table of its lines.
  private struct Entry: Sendable {
    let source: SourceText
    let lines: LineTable
  }

  private var entries: [Entry] = []
  /// Places in `entries` by the bytes of the name, since equal strings may differ in bytes.
  private var places: [[UInt8]: Int] = [:]

  /// A library of `sources`; of two with the same name the later is kept, in the earlier's place.
  public init(_ sources: [SourceText] = []) {
    for source in sources { insert(source) }
  }

  /// The texts in the order they were added.
  public var sources: [SourceText] { entries.map(\.source) }

  /// Adds `source`, or replaces the text of that name.
  public mutating func insert(_ source: SourceText) {
    let entry = Entry(source: source, lines: LineTable(source))
    let key = Array(source.name.utf8)
    if let place = places[key] {
      entries[place] = entry
    } else {
      places[key] = entries.count
      entries.append(entry)
    }
  }

  /// The text shown under `name`, if the library has it.
  public func source(named name: String) -> SourceText? { entry(name)?.source }

  /// The lines of the text shown under `name`, if the library has it.
  public func lines(ofSourceNamed name: String) -> LineTable? { entry(name)?.lines }

  private func entry(_ name: String) -> Entry? {
    places[Array(name.utf8)].map { entries[$0] }
  }
}
