public import ExactArithmetic
import RulebookEvidence
public import RulebookModel
import RulebookSyntax

/// Scores as they are published, and the places they give.
public struct Publication: Sendable {
  /// Decimals kept; `nil` where the rulebook rounds nothing.
  public let places: Int?

  /// How this rulebook publishes totals: as 【保留】 says, else exactly.
  public init(_ rulebook: Rulebook) { places = rulebook.rounding?.places }

  /// The figure that is published: rounded half away from zero.
  public func value(_ exact: Rational) -> Rational { places.map { exact.rounded(places: $0) } ?? exact }

  /// The published figure as text: 65.70; without 【保留】 a decimal where it ends, else a fraction.
  public func text(_ exact: Rational) -> String { places.map { exact.fixedText(places: $0) } ?? exact.shown }
}

/// A unit's place.
public struct Place: Sendable, Hashable {
  /// Index of the unit, into the register.
  public var unit: Int
  /// 1 for the best of its group; units that tie share a place and the next one is left out (1 1 3). `nil` where the
  /// total is not known exactly.
  public var rank: Int?
  /// The answer that its group has in common, to the attribute of 【分组】; `nil` where all units are one group.
  public var group: Int?
}

extension Scores {
  /// The units group by group, each by published total, best first, those with 列末位 last; then those whose total, or
  /// whose 列末位, is not known yet, by the least it can be. Units that tie stay in the order of the register.
  public func ranking() -> [Place] {
    guard let attribute = rulebook.group else { return ranking(of: Array(units.indices), group: nil) }
    let answers = evidence.register.answers
    return rulebook.attributes[attribute].shownAnswers.flatMap { answer in
      ranking(of: units.indices.filter { answers[$0][attribute] == answer }, group: answer)
    }
  }

  private func ranking(of members: [Int], group: Int?) -> [Place] {
    let publication = Publication(rulebook)
    let known = members.compactMap { unit in
      total(ofUnit: unit).exact.flatMap { total in
        isLast(unit).map { (unit: unit, isLast: $0, value: publication.value(total)) }
      }
    }.sorted { ($0.isLast ? 1 : 0, $1.value, $0.unit) < ($1.isLast ? 1 : 0, $0.value, $1.unit) }
    var places: [Place] = []
    for (index, entry) in known.enumerated() {
      let ties = index > 0 && known[index - 1].value == entry.value && known[index - 1].isLast == entry.isLast
      places.append(Place(unit: entry.unit, rank: ties ? places[index - 1].rank : index + 1, group: group))
    }
    let open = members.filter { total(ofUnit: $0).exact == nil || isLast($0) == nil }.sorted { left, right in
      let (mine, other) = (total(ofUnit: left).low, total(ofUnit: right).low)
      guard mine != other else { return left < right }
      guard let mine else { return false }
      return other.map { mine > $0 } ?? true
    }
    return places + open.map { Place(unit: $0, rank: nil, group: group) }
  }

  /// Whether a unit comes last whatever its total; `nil` where that is not known.
  private func isLast(_ unit: Int) -> Bool? {
    guard outcomes.indices.contains(unit), outcomes[unit].isLast != .no else { return false }
    return outcomes[unit].isLast == .certain ? true : nil
  }
}
