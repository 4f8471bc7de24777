/// Words by which a draft tells what a piece of an issued document is, and what to leave out of a name.
///
/// None of them means anything in a rulebook: what a draft makes of them is looked at by a person.
package enum DraftingWords {
  /// What the names of offices end in.
  package static let officeEndings = ["办", "局", "委", "部", "会", "联", "院", "室", "中心", "公司", "团市委", "等"]
  /// What the titles of columns begin with.
  package static let columnTitles = ["考核", "考评", "评分", "内容", "项目", "标准", "细则", "单位", "分值", "序号"]
  /// What a heading ends in that has lost its number.
  package static let tailEndings = ["分)", "考核)"]
  /// What a title or a cell broken in two ends in.
  package static let openEndings = ["和", "与", "及", "、", "的"]
  /// Behind 不 or 没有: units for which a sentence about 平均分 speaks.
  package static let outsiders = ["不参加", "不进驻", "未参加", "没有", "不涉及", "未进驻"]
  /// What is said of an outside assessment.
  package static let assessments = ["测评", "评议", "评价", "测试", "考评"]
  /// Before the name of what is assessed.
  package static let sources = ["按照", "根据", "依据", "参照", "依照", "按"]
  /// Before an incident that has not happened.
  package static let absences = ["没有发生", "未发生", "没有出现", "未出现", "无"]
  /// What a list within a sentence is separated by.
  package static let joints = ["、", "或", "及", "和"]
  /// At the end of a name; the words say nothing more.
  package static let emptyEndings = ["以上", "的", "等", "情况", "工作", "不少于", "不低于", "至少", "每季", "每月", "考核"]
  /// At the start of a name; the words say nothing more.
  package static let emptyBeginnings = [
    "每年", "每月", "每季度", "每季", "每半年", "一年内", "每", "至少", "不少于", "坚持的", "开展", "并", "且", "或", "和", "对", "非",
  ]
  /// At the start of what has not been done; kept where a name is shortened.
  package static let negations = ["未", "没有", "违反"]
}
