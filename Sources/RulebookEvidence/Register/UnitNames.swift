import RulebookText

/// The names in the register, each of which may mean one unit only.
struct UnitNames: Sendable {
  private struct Entry: Sendable {
    /// Full name of the unit meant.
    var unit: String
    /// The name itself.
    var name: String
    var isAlias: Bool
    var label: Label
  }

  /// Full and short names, for finding units.
  private(set) var book = NameBook()
  private var entries: [FoldedName: Entry] = [:]
  private var skeletons: [NameSkeleton: Entry] = [:]

  /// Enters the full name of a unit; `false` where another unit has it.
  mutating func enter(
    _ name: String, value: Int32, at label: Label, diagnostics: inout [Diagnostic]
  ) -> Bool {
    let entry = Entry(unit: name, name: name, isAlias: false, label: label)
    if let other = entries[FoldedName(name)] {
      diagnostics.append(clash(of: entry, with: other))
      return false
    }
    add(entry, value: value, diagnostics: &diagnostics)
    return true
  }

  /// Enters a short name of `unit`; `false` where it is entered already, for this unit or another.
  mutating func enter(
    alias: String, of unit: String, value: Int32, at label: Label, diagnostics: inout [Diagnostic]
  ) -> Bool {
    let entry = Entry(unit: unit, name: alias, isAlias: true, label: label)
    if let other = entries[FoldedName(alias)] {
      if FoldedName(other.unit) != FoldedName(unit) { diagnostics.append(clash(of: entry, with: other)) }
      return false
    }
    add(entry, value: value, diagnostics: &diagnostics)
    return true
  }

  private func clash(of entry: Entry, with other: Entry) -> Diagnostic {
    if entry.isAlias || other.isAlias {
      return .sharedAlias(
        entry.name, units: [other.unit, entry.unit], at: entry.label, first: other.label)
    }
    return entry.name.utf8.elementsEqual(other.name.utf8)
      ? .repeatedUnit(entry.name, at: entry.label, first: other.label)
      : .lookAlikeUnits(entry.name, other: other.name, at: entry.label, first: other.label)
  }

  private mutating func add(_ entry: Entry, value: Int32, diagnostics: inout [Diagnostic]) {
    book.insert(entry.name, value: value)
    entries[FoldedName(entry.name)] = entry
    let skeleton = NameSkeleton(entry.name)
    if let other = skeletons[skeleton] {
      if FoldedName(other.unit) == FoldedName(entry.unit) { return }
      diagnostics.append(
        .lookAlikeUnits(entry.name, other: other.name, at: entry.label, first: other.label))
    } else {
      skeletons[skeleton] = entry
    }
  }
}
