package com.phonepay.edge.http;

import com.phonepay.readmodel.Filter;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.wallet.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A history from what a wallet keeps in memory: its last entries, and no more of each than the wallet knows. */
final class RecentEntries {
    private RecentEntries() {}

    /** Nothing is told of later pages, of attempts that moved nothing, and of what only the transaction knows. */
    static boolean canAnswer(HistoryQuery query) {
        return query.after() == null
                && query.state() == HistoryQuery.State.SUCCESS
                && query.filter().utr() == null
                && query.filter().kind() == null;
    }

    static Page<HistoryLine> page(List<Entry> entries, HistoryQuery query) {
        List<HistoryLine> lines = entries.stream()
                .filter(entry -> fits(entry, query.filter(), query.direction()))
                .limit(query.limit())
                .map(RecentEntries::line)
                .toList();
        return new Page<>(lines, null);
    }

    private static boolean fits(Entry entry, Filter filter, Entry.@Nullable Type direction) {
        return entry.at() >= filter.from()
                && entry.at() < filter.to()
                && entry.amount().paise() >= filter.paiseMin()
                && entry.amount().paise() <= filter.paiseMax()
                && (direction == null || entry.type() == direction)
                && (filter.counterparty() == null || filter.counterparty().equals(entry.counterparty()));
    }

    private static HistoryLine line(Entry entry) {
        return new HistoryLine(
                entry.reference(),
                entry.reference(),
                entry.type(),
                entry.amount(),
                entry.balanceAfter(),
                entry.at(),
                entry.counterparty(),
                null,
                TransactionStatus.SUCCESS,
                null,
                null,
                null);
    }
}
