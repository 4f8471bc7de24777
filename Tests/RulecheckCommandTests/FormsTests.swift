import Testing

@Suite struct FormsVerbTests {
  @Test func `forms writes what evaluate reads`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run("forms", "--year", "2013", "-o", "空表")
    #expect(run.status == 0)
    #expect(run.text == "写了 5 个文件到“空表”：单位名册、2个考核单位各一个台账、一页说明。\n")
    #expect(
      try workspace.names(in: "空表") == ["单位名册.csv", "台账-办公室.csv", "台账-安监局.csv", "说明-办公室.txt", "说明-安监局.txt"])
    try workspace.write("空表/单位名册.csv", SampleFiles.register)
    let empty = try workspace.run("evaluate", "--year", "2013", "--evidence", "空表", "--fail-incomplete")
    #expect(empty.status == 4)
    #expect(empty.problems.contains("K0931"))
    for (name, unit, row) in [("办公室", "市财政局", ",投诉,"), ("安监局", "市教育局", ",事故,")] {
      let form = String(decoding: workspace.read("空表/台账-\(name).csv") ?? [], as: UTF8.self)
      #expect(form.contains("（填单位）\(row)"))
      try workspace.write("空表/台账-\(name).csv", form.replacing("（填单位）\(row)", with: unit + row))
    }
    let filled = try workspace.run("evaluate", "--year", "2013", "--evidence", "空表", "--fail-incomplete")
    #expect(filled.status == 0)
    #expect(filled.text.contains("9.8") && filled.problems.isEmpty)
  }

  @Test func `what is there already is not written over`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try workspace.run("forms", "--year", "2013").status == 0)
    let before = workspace.read("台账2013/台账-办公室.csv")
    try workspace.remove("台账2013/单位名册.csv")
    let again = try workspace.run("forms", "--year", "2013")
    #expect(again.status == 1)
    #expect(again.problems.contains("已经有了"))
    #expect(workspace.read("台账2013/单位名册.csv") == nil)
    #expect(workspace.read("台账2013/台账-办公室.csv") == before)
  }

  @Test func `forms carry the units of the year before`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write(
      "rulebooks/2014.rulebook",
      SampleFiles.rulebook.replacing("【年度：2013】", with: "【年度：2014】\n【满分：100分】\n【名册：参加竞赛】")
        + "三、竞赛（5分）（由工信局考核）\n按竞赛得分【竞赛得分】折算。\n")
    let run = try workspace.run("forms", "--year", "2014", "--from", "台账", "-o", "新")
    #expect(run.status == 0, "\(run.problems)")
    #expect(run.text.contains("单位名册照抄了 2 个单位，请核对；新的一列要填：参加竞赛。"))
    let register = String(decoding: workspace.read("新/单位名册.csv") ?? [], as: UTF8.self)
    #expect(register.contains("市财政局,财政局,\r\n"))
    try workspace.write("新/单位名册.csv", register.replacing("局,\r\n", with: "局,是\r\n"))
    for office in ["办公室", "安监局"] { try workspace.write("新/台账-\(office).csv", "单位,证据,数量\n") }
    let evaluate = ["evaluate", "--year", "2014", "--evidence", "新", "--fail-incomplete"]
    #expect(try workspace.run(evaluate).status == 4)
    let ledger = String(decoding: workspace.read("新/台账-工信局.csv") ?? [], as: UTF8.self)
    #expect(ledger.ranges(of: "（填数量）").count == 2)
    try workspace.write("新/台账-工信局.csv", ledger.replacing("（填数量）", with: "80", maxReplacements: 1))
    #expect(try workspace.run(evaluate).status == 4)
    try workspace.write("新/台账-工信局.csv", ledger.replacing("（填数量）", with: "80"))
    let filled = try workspace.run(evaluate)
    #expect(filled.status == 0 && filled.text.contains("14"), "\(filled.problems)")
  }

  @Test func `a folder without a register is said`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("空/台账-办公室.csv", SampleFiles.office)
    let run = try workspace.run("forms", "--year", "2013", "--from", "空", "-o", "新")
    #expect(run.status == 1 && run.problems.contains("没有 单位名册.csv"))
    try workspace.write("空/单位名册.csv", "名称\n甲\n")
    #expect(try workspace.run("forms", "--year", "2013", "--from", "空", "-o", "新").status == 3)
    #expect(try workspace.run("forms", "--year", "2013", "--from", "没有", "-o", "新").status == 1)
    #expect(!(try workspace.names().contains("新")))
  }

  @Test func `what cannot be written is said`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try workspace.run("forms").status == 64)
    #expect(try workspace.run("forms", "--year", "2012").status == 1)
    #expect(try workspace.run("forms", "--year", "2013", "-o", "没有/空表").status == 1)
    #expect(try workspace.run("forms", "--year", "2013", "-o", "rulebooks/2013.rulebook").status == 1)
    try workspace.write("rulebooks/2013.rulebook", "【年度：2013】\n一、甲（5分）\n投诉的【投诉，每起扣1分。\n")
    let run = try workspace.run("forms", "--year", "2013")
    #expect(run.status == 3)
    #expect(run.problems.contains("没有写空表"))
  }
}
