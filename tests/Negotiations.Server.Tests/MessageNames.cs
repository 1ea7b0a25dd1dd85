using Wolverine.Util;

namespace Negotiations.Server.Tests;

/// <summary>The names under which messages lie in databases and in the queues of other programs.</summary>
public sealed class MessageNames
{
    [Theory]
    [InlineData(typeof(DefineNegotiation), "DefineNegotiation")]
    [InlineData(typeof(RecordArticle), "RecordArticle")]
    [InlineData(typeof(AppendReports), "AppendReports")]
    [InlineData(typeof(CorrectEvent), "CorrectEvent")]
    [InlineData(typeof(PublishChange), "PublishChange")]
    [InlineData(typeof(AnswerChanged), "AnswerChanged")]
    [InlineData(typeof(RevisitArticle), "CheckArticle")]
    [InlineData(typeof(ArticleRevisited), "ArticleChecked")]
    public void Stay_whatever_the_types_are_called(Type message, string name) =>
        Assert.Equal($"Negotiations.Marten.{name}", message.ToMessageTypeName());
}
