/// The texts diagnostics speak of, found by name and kept in the order they were added.
public struct SourceLibrary: Sendable {
  /// A text with the table of its lines.
  private struct Entry: Sendable {
    let source: SourceText
    let lines: LineTable
  }

  private var entries: [Entry] = []

  /// A library of `sources`; of two with the same name the later is kept, in the earlier's place.
  public init(_ sources: [SourceText] = []) {
    for source in sources { insert(source) }
  }

  /// The texts in the order they were added.
  public var sources: [SourceText] { entries.map(\.source) }

  /// Adds `source`, or replaces the text of that name.
  public mutating func insert(_ source: SourceText) {
    let entry = Entry(source: source, lines: LineTable(source))
    if let place = place(of: source.name) { entries[place] = entry } else { entries.append(entry) }
  }

  /// The text shown under `name`, if the library has it.
  public func source(named name: String) -> SourceText? { entry(name)?.source }

  /// The lines of the text shown under `name`, if the library has it.
  public func lines(ofSourceNamed name: String) -> LineTable? { entry(name)?.lines }

  private func entry(_ name: String) -> Entry? {
    place(of: name).map { entries[$0] }
  }

  /// Names are compared by their bytes, since equal strings may differ in bytes.
  private func place(of name: String) -> Int? {
    entries.firstIndex { $0.source.name.utf8.elementsEqual(name.utf8) }
  }
}
