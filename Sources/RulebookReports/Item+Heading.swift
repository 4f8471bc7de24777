import RulebookModel
import RulebookScoring
import RulebookSyntax

extension Item {
  /// Number and title: 二、职能工作, （三）服务经济发展.
  var heading: String {
    switch kind {
    case .document: return title
    case .row, .subrow: return title
    case .numbered(let number):
      guard !title.isEmpty else { return number.text }
      switch number.style {
      case .chinese: return number.text + "、" + title
      case .arabic: return number.text + "." + title
      case .article, .dotted: return number.text + " " + title
      case .parenthesizedChinese, .parenthesizedArabic, .circled: return number.text + title
      }
    }
  }
}

extension MissingEvidence {
  /// 投诉查实, 投诉查实（3月、5月）.
  func name(in rulebook: Rulebook) -> String {
    let name = rulebook.evidence[evidence].name
    let names = periodNames(in: rulebook)
    return names.isEmpty ? name : "\(name)（\(names.joined(separator: "、"))）"
  }

  /// 3月, 第2季度; none where it is missing for the year.
  func periodNames(in rulebook: Rulebook) -> [String] {
    guard let item = rulebook.evidence[evidence].periodicItem else { return [] }
    return periods.map { rulebook.axis(ofItem: item).name(of: $0) }
  }
}
