package com.phonepay.edge.http;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Days;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.Reports.Outcomes;
import com.phonepay.readmodel.Reports.Sum;
import com.phonepay.wallet.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How sums are written. */
final class SummaryJson {
    private static final int TOP = 5;

    private SummaryJson() {}

    /** Both directions of one group. */
    private record Flow(String group, Money in, Money out, long countIn, long countOut) {
        static final Comparator<Flow> LARGEST =
                Comparator.comparing((Flow flow) -> flow.in().plus(flow.out())).reversed();

        Flow with(Sum sum) {
            return sum.type() == Entry.Type.CREDIT
                    ? new Flow(group, in.plus(sum.amount()), out, countIn + sum.count(), countOut)
                    : new Flow(group, in, out.plus(sum.amount()), countIn, countOut + sum.count());
        }

        void write(JsonObject json) {
            json.amount("money_in", in)
                    .amount("money_out", out)
                    .number("count_in", countIn)
                    .number("count_out", countOut);
        }
    }

    static JsonObject of(AccountId owner, long from, long to, Reports.Summary summary) {
        Flow all = new Flow("", Money.ZERO, Money.ZERO, 0, 0);
        for (Sum sum : summary.byKind()) {
            all = all.with(sum);
        }
        JsonObject json = span(new JsonObject().text("user_id", owner.value()), from, to);
        all.write(json);
        return json.objects("by_kind", summary.byKind(), SummaryJson::kind)
                .objects("by_day", flows(summary.byDay()), (day, flow) -> flow.write(day.text("day", flow.group())))
                .objects(
                        "top_counterparties",
                        top(summary.byCounterparty()),
                        (other, flow) -> flow.write(other.text("counterparty", flow.group())));
    }

    private static void kind(JsonObject json, Sum sum) {
        json.text("kind", sum.group())
                .text("type", sum.type().name())
                .number("count", sum.count())
                .amount("amount", sum.amount());
    }

    private static List<Flow> flows(List<Sum> sums) {
        Map<String, Flow> flows = new TreeMap<>();
        for (Sum sum : sums) {
            Flow before = flows.getOrDefault(sum.group(), new Flow(sum.group(), Money.ZERO, Money.ZERO, 0, 0));
            flows.put(sum.group(), before.with(sum));
        }
        return new ArrayList<>(flows.values());
    }

    private static List<Flow> top(List<Sum> sums) {
        return flows(sums).stream().sorted(Flow.LARGEST).limit(TOP).toList();
    }

    static JsonObject of(long from, long to, List<Outcomes> outcomes) {
        Map<String, Outcomes> byStatus = new TreeMap<>();
        for (Outcomes each : outcomes) {
            byStatus.merge(each.status(), each, SummaryJson::together);
        }
        return span(new JsonObject(), from, to)
                .objects("by_status", byStatus.values(), SummaryJson::outcome)
                .objects("by_day", outcomes, (json, each) -> outcome(json.text("day", each.day()), each));
    }

    private static Outcomes together(Outcomes one, Outcomes other) {
        return new Outcomes(
                "", one.status(), one.count() + other.count(), one.amount().plus(other.amount()));
    }

    private static void outcome(JsonObject json, Outcomes each) {
        json.text("status", each.status()).number("count", each.count()).amount("amount", each.amount());
    }

    private static JsonObject span(JsonObject json, long from, long to) {
        return json.text("from", Days.of(from)).text("to", Days.of(to - 1));
    }
}
