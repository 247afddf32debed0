using Engagement.Cli.Tests.Server;

namespace Engagement.Cli.Tests.Import;

public sealed class ImportTests : EngageTest
{
    [Fact]
    public async Task Rows_arrive_in_the_order_of_the_file_and_the_same_file_sent_twice_is_taken_once()
    {
        var file = Write("sales.csv", ["member,date,amount", .. Purchases(25), "m1,2024-01-01,1.50"]);

        var first = await ImportAsync(file, "--batch", "10");
        var second = await ImportAsync(file, "--batch", "7");

        Assert.Equal(ExitCode.Done, first.ExitCode);
        Assert.Equal([26, 26, 0, 0, 0], first.Counts);
        Assert.Equal([26, 0, 26, 0, 0], second.Counts);
        Assert.Equal([10, 10, 6, 7, 7, 7, 5], Server.Requests);
        Assert.Equal(
            [.. Enumerable.Range(1, 25).Select(n => $"m{n}"), "m1"],
            Server.Events.Select(e => e.GetProperty("member").GetString()!));
    }

    [Fact]
    public async Task An_event_has_the_fields_of_the_contract_and_no_others()
    {
        var file = Write("s.csv", "Who;When;Paid;Order;Where", "李;2024-03-10 02:30;1234.50;A-1;");

        await EngageAsync(
            "import", file, "--chain", "shop", "--type", "purchase", "--zone", "Asia/Shanghai", "--store", "main",
            "--map", "member=who,at=when,amount=paid,orderId=order,store=where");

        var sent = Assert.Single(Server.Events);
        Assert.Equal(
            ["id", "type", "member", "store", "at", "amount", "orderId"],
            sent.EnumerateObject().Select(field => field.Name));
        Assert.Equal("2024-03-09T18:30:00Z", sent.GetProperty("at").GetString());
        Assert.Equal("1234.5", sent.GetProperty("amount").GetRawText());
        Assert.Equal(("李", "main"), (sent.GetProperty("member").GetString(), sent.GetProperty("store").GetString()));
    }

    [Fact]
    public async Task Who_she_is_goes_along()
    {
        var file = Write("s.csv", "member,date,called,mobile,mail", "li,2024-03-10,王小红,13800138000,li@example.com");

        await EngageAsync(
            "import", file, "--chain", "shop", "--type", "join", "--map", "member=member,at=date,fullName=called,phone=mobile,email=mail");

        var sent = Assert.Single(Server.Events);
        Assert.Equal(
            ("王小红", "13800138000", "li@example.com"),
            (sent.GetProperty("fullName").GetString(), sent.GetProperty("phone").GetString(), sent.GetProperty("email").GetString()));
    }

    [Fact]
    public async Task Byte_order_mark_quotes_and_line_breaks_in_quotes_are_read()
    {
        var file = Write(
            "s.csv", "\uFEFF\"member\",date,amount", "\"say \"\"hi\"\"\nyou\",2024-01-01,\"5\"", "", "b,2024-01-02,6");

        var ended = await ImportAsync(file);

        Assert.Equal([2, 2, 0, 0, 0], ended.Counts);
        Assert.Equal("say \"hi\"\nyou", Server.Events[0].GetProperty("member").GetString());
    }

    [Fact]
    public async Task Another_encoding_is_read_when_said_and_noticed_when_not()
    {
        var file = PathOf("gb.csv");
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        await File.WriteAllTextAsync(
            file, "member,date,amount\n王芳,2024-01-01,5\n", System.Text.Encoding.GetEncoding("gb18030"), Stop.Token);

        AssertCounts(await ImportAsync(file), [1, 0, 0, 0, 1]);
        AssertCounts(await ImportAsync(file, "--encoding", "gb18030"), [1, 1, 0, 0, 0]);
        Assert.Equal("王芳", Server.Events[0].GetProperty("member").GetString());
    }

    [Fact]
    public async Task Mapped_ids_are_used_as_they_are()
    {
        var file = Write(
            "s.csv", "no,member,date,amount", "A1,a,2024-01-01,5", "A1,a,2024-01-01,5", "A1,a,2024-01-01,6", ",a,2024-01-01,7");

        var ended = await ImportAsync(file, "--map", "id=no");

        Assert.Equal([4, 1, 1, 1, 1], ended.Counts);
        Assert.Equal("A1", Server.Events[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Standard_input_is_a_file_too()
    {
        Input = new MemoryStream("member\tdate\tamount\na\t2024-01-01\t5\n"u8.ToArray());

        AssertCounts(await ImportAsync("-"), [1, 1, 0, 0, 0]);
    }

    [Fact]
    public async Task The_next_batches_are_read_while_one_is_under_way()
    {
        var text = string.Join('\n', ["member,date,amount", .. Purchases(12_000), ""]);
        using var input = new WatchedStream(System.Text.Encoding.UTF8.GetBytes(text));
        Input = input;
        var readToItsEnd = false;
        Server.OnRequest = number =>
        {
            // The first request is held until the rest of the input was read; without overlap that never comes.
            if (number == 1)
                readToItsEnd = input.EndReached.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        };

        AssertCounts(await ImportAsync("-", "--batch", "5000"), [12_000, 12_000, 0, 0, 0]);
        Assert.True(readToItsEnd);
        Assert.Equal([5000, 5000, 2000], Server.Requests);
    }

    [Fact]
    public async Task A_chain_is_created_when_asked_and_left_alone_when_it_is_there()
    {
        var file = Write("s.csv", ["member,date,amount", .. Purchases(1)]);
        string[] map = ["--map", "member=member,at=date,amount=amount", "--type", "purchase"];

        var refused = await EngageAsync(["import", file, "--chain", "new", .. map]);
        await EngageAsync(["import", file, "--chain", "new", "--create-chain", "Brand new", .. map]);
        await ImportAsync(file, "--create-chain");

        Assert.Equal(ExitCode.Failed, refused.ExitCode);
        Assert.Contains("[unknown_chain]", refused.Error, StringComparison.Ordinal);
        Assert.Equal("Brand new", Server.Chains["new"]);
        Assert.Equal("Shop", Server.Chains["shop"]);
    }

    [Fact]
    public async Task Wrong_use_is_told_before_anything_is_sent()
    {
        var file = Write("s.csv", ["member,date,amount", .. Purchases(1)]);

        Assert.Equal(ExitCode.WrongUse, (await ImportAsync(PathOf("none.csv"))).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await ImportAsync(Write("other.csv", "a,b,c"))).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await ImportAsync(file, "--zone", "Mars/Olympus")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await ImportAsync(file, "--batch", "10001")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await ImportAsync(file, "--delimiter", "::")).ExitCode);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_refusal_of_the_whole_batch_ends_the_import_with_the_problem_and_how_to_go_on()
    {
        Server.Meet(Trouble.None, Trouble.Forbidden);

        var ended = await ImportAsync(Write("s.csv", ["member,date,amount", .. Purchases(9)]), "--batch", "3");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal([3, 3, 0, 0, 0], ended.Counts);
        Assert.Contains("Not allowed: this key may only read [forbidden]", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Run the same command again", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_that_do_not_add_up_are_not_believed()
    {
        Server.Meet(Trouble.WrongCounts);

        var ended = await ImportAsync(Write("s.csv", ["member,date,amount", .. Purchases(3)]));

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Contains("do not add up", ended.Error, StringComparison.Ordinal);
    }

    private sealed class WatchedStream(byte[] content) : MemoryStream(content)
    {
        public ManualResetEventSlim EndReached { get; } = new();

        public override int Read(Span<byte> buffer) => Watched(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Watched(base.Read(buffer, offset, count));

        protected override void Dispose(bool disposing)
        {
            EndReached.Dispose();
            base.Dispose(disposing);
        }

        private int Watched(int read)
        {
            if (read == 0)
                EndReached.Set();
            return read;
        }
    }
}
