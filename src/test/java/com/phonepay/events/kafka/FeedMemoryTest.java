package com.phonepay.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.AccountRegistered;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LiveFeed;
import com.phonepay.events.Topic;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedMemoryTest {
    private final FeedMemory node = started();
    private final FeedMemory other = started();
    private final Client client = new Client();

    private static FeedMemory started() {
        FeedMemory memory = new FeedMemory();
        memory.begin("life", new long[] {0, 0});
        return memory;
    }

    private static CommittedEvent event(int sequence) {
        return new CommittedEvent(
                new EventId(new SliceAddress(SliceType.TRANSACTIONS, 0), sequence, 0),
                1,
                Topic.PAYMENT_COMPLETED,
                "k",
                0,
                new AccountRegistered("a", "A", "a@phonepay", null, 0));
    }

    private static final class Client implements LiveFeed.Listener {
        final List<Long> seen = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        String begun = "";
        int gaps;

        @Override
        public void begins(String id) {
            begun = id;
        }

        @Override
        public void event(String id, CommittedEvent event) {
            seen.add(event.id().sequence());
            ids.add(id);
        }

        @Override
        public void gap(String id) {
            gaps++;
        }
    }

    @Test
    void goesOnAtAnotherNodeThatReadThePartitionsInAnotherOrder() {
        FeedMemory.Member member = node.join(null, any -> true, client);
        node.add(0, 0, event(1));
        node.add(0, 1, event(2));
        node.add(1, 0, event(3));
        member.leave();
        node.add(1, 1, event(5));
        assertThat(client.seen).containsExactly(1L, 2L, 3L);

        other.add(1, 0, event(3));
        other.add(1, 1, event(5));
        other.add(0, 0, event(1));
        Client resumed = new Client();
        other.join(client.ids.get(1), any -> true, resumed);
        other.add(0, 1, event(2));
        other.add(0, 2, event(4));
        assertThat(resumed.seen).containsExactly(3L, 5L, 4L);
        assertThat(resumed.gaps).isZero();
    }

    @Test
    void resumesFromEveryPointWithoutLossOrRepeat() {
        node.join(null, any -> true, client);
        for (int i = 0; i < 20; i++) {
            node.add(i % 2, i / 2, event(i + 1));
        }
        for (int from = 0; from < client.ids.size(); from++) {
            Client resumed = new Client();
            node.join(client.ids.get(from), any -> true, resumed);
            assertThat(resumed.seen).isEqualTo(client.seen.subList(from + 1, client.seen.size()));
        }
        Client fromTheBeginning = new Client();
        node.join(client.begun, any -> true, fromTheBeginning);
        assertThat(fromTheBeginning.seen).isEqualTo(client.seen);
    }

    @Test
    void saysWhenItCanNotGoOn() {
        node.join(null, any -> true, client);
        node.add(0, 0, event(1));
        node.begin("another life", new long[] {0, 0});
        assertThat(client.gaps).isEqualTo(1);
        for (String strange : List.of(client.ids.get(0), "life.AA", "life.", "", "x", "life.!!", "a".repeat(3_000))) {
            Client late = new Client();
            node.join(strange, any -> true, late);
            assertThat(late.gaps).as(strange).isEqualTo(1);
        }
    }

    @Test
    void leavesRepeatsAndUnwantedEventsOut() {
        node.join(null, any -> any.id().sequence() != 2, client);
        node.add(0, 0, event(1));
        node.add(0, 1, event(2));
        node.add(0, 2, event(1));
        node.add(0, 3, event(3));
        assertThat(client.seen).containsExactly(1L, 3L);
    }

    @Test
    void forgetsTheOldestAndSaysSoToThoseWhoNeedThem() {
        node.join(null, any -> true, client);
        for (int i = 0; i <= FeedMemory.KEPT; i++) {
            node.add(0, i, event(i + 1));
        }
        Client early = new Client();
        node.join(client.begun, any -> true, early);
        assertThat(early.gaps).isEqualTo(1);
        Client later = new Client();
        node.join(client.ids.get(0), any -> true, later);
        assertThat(later.seen).hasSize(FeedMemory.KEPT);
    }
}
