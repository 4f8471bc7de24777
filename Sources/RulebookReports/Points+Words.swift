import ExactArithmetic
import RulebookModel
import RulebookScoring

/// The word for points that an item or clause brings, by the way it is spoken of.
enum PointsVoice {
  /// 得: items with a full mark, awards.
  case earned
  /// 加: bonuses.
  case added
  /// 扣: deductions; said of numbers not above 0.
  case deducted

  /// 得1.6分, 扣0.4分, 不扣分, 得0至2分.
  func words(_ score: Score) -> String {
    if let exact = score.exact { return words(exact) }
    let (first, last) =
      self == .deducted ? (score.high.map { -$0 }, score.low.map { -$0 }) : (score.low, score.high)
    guard let first else { return "\(verb)分多少未定" }
    guard let last else { return first.isZero ? "\(verb)分多少未定" : "至少\(verb)\(first.forPeople)分" }
    return "\(verb)\(first.forPeople)至\(last.forPeople)分"
  }

  /// 得1.6分, 扣0.4分, 不扣分.
  func words(_ points: Rational) -> String {
    switch self {
    case .deducted where points.isZero: "不扣分"
    case .deducted where points.signum < 0: "扣\((-points).forPeople)分"
    case .deducted: "得\(points.forPeople)分"
    case .earned, .added: "\(verb)\(points.forPeople)分"
    }
  }

  private var verb: String {
    switch self {
    case .earned: "得"
    case .added: "加"
    case .deducted: "扣"
    }
  }

  /// How a clause is spoken of.
  init(_ effect: Clause.Effect) {
    self =
      switch effect {
      case .earns, .keeps, .zeroesItem: .earned
      case .adds: .added
      case .deducts: .deducted
      }
  }

  /// How a clause is spoken of where it comes to so many points: less than nothing of an award is a deduction.
  init(_ effect: Clause.Effect, for points: Rational) {
    self = effect == .earns && points.signum < 0 ? .deducted : PointsVoice(effect)
  }

  /// How an item is spoken of.
  init(_ item: Item) { self = item.isDeductionOnly ? .deducted : .earned }
}

extension Score {
  /// Nothing missing, and nothing gained or lost.
  var isZero: Bool { exact?.isZero ?? false }
}
