import RulebookModel

/// What the office that fills in a ledger has to know, on a page.
struct FormInstruction {
  /// The page, its lines ended as Notepad wants them.
  let text: String

  init(_ rulebook: Rulebook, office: String, file: String, _ fields: [EvidenceForms.Field]) {
    let explanations = FormWords.explanations.map { "“\($0)”" }.joined()
    var lines = [
      rulebook.title,
      "台账填写说明：\(office)",
      "",
      "填“台账-\(file).csv”：用 Excel 或 WPS 打开，填好后另存为“CSV UTF-8（逗号分隔）”，文件名不改。",
      "一、一行是一件事，或者一个单位的一个结果。把“\(FormWords.unit)”改成被考核的单位，名称与单位名册一样；同一个证据要填几行的，把那一行复制几行。",
      "二、没有发生的，那一行不填，或者删去。全年什么都没有发生的，把各行都删去，只留第一行表头；一行也没有填、又没有删的，算没有报。",
      "三、日期写成 \(rulebook.year)-05-01 的样子，在\(rulebook.year)年之内。",
      "四、“证据”一列的字不改。\(explanations)几列是给填表的人看的，不计分。",
    ]
    if fields.contains(where: { !$0.units.isEmpty }) {
      lines.append("五、已经写好单位的行，只把“\(FormWords.quantity)”改成数。没有改的算没有报，不算0，总分会因此算不定。今年没有的单位把那一行删去，新的单位照样加一行。")
    }
    lines += ["", "一共 \(fields.count) 项："]
    for field in fields {
      lines += ["", field.evidence.name + (field.clause.isEmpty ? "" : "（\(field.clause)）")]
      lines.append("  填法：\(field.filling)")
      if !field.sentence.isEmpty { lines.append("  原文：\(field.sentence)") }
    }
    text = lines.map { $0 + "\r\n" }.joined()
  }
}
