package com.phonepay.readmodel.redis;

import com.phonepay.events.AccountRegistered;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.events.Topic;
import com.phonepay.redis.RedisGenerations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Has the documents written, then makes the kept answers about them old. In this order: an answer that was read before
 * the write is of a generation that nobody asks for any more.
 */
public final class ForgettingUpdates implements EventHandler {
    private final EventHandler updates;
    private final RedisGenerations generations;

    public ForgettingUpdates(EventHandler updates, RedisGenerations generations) {
        this.updates = updates;
        this.generations = generations;
    }

    @Override
    public String name() {
        return updates.name();
    }

    @Override
    public Set<Topic> topics() {
        return updates.topics();
    }

    @Override
    public CompletionStage<Void> handle(List<CommittedEvent> events) {
        return updates.handle(events).thenAccept(written -> generations.next(accounts(events)));
    }

    @Override
    public CompletionStage<Void> again(List<CommittedEvent> repeats) {
        return updates.again(repeats).thenAccept(written -> generations.next(accounts(repeats)));
    }

    private static Set<String> accounts(List<CommittedEvent> events) {
        Set<String> accounts = new HashSet<>();
        for (CommittedEvent event : events) {
            if (event.payload() instanceof PaymentEnded ended) {
                accounts.add(ended.payerId());
                accounts.add(ended.payeeId());
            } else if (event.payload() instanceof LedgerPosted posted) {
                accounts.add(posted.accountId());
            } else if (event.payload() instanceof AccountRegistered registered) {
                accounts.add(registered.accountId());
            } else if (event.payload() instanceof SettlementChanged changed) {
                accounts.add(changed.merchantId());
            }
        }
        return accounts;
    }
}
