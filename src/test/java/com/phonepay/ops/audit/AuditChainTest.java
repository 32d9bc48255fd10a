package com.phonepay.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is done to a copy of the record afterwards is noticed. */
final class AuditChainTest {

    @Test
    void anHonestChainIsAcceptedPageByPage() {
        List<AuditEntry> entries = chain(7);
        AuditChain chain = new AuditChain();
        assertThat(chain.accept(entries.subList(0, 3))).isEmpty();
        assertThat(chain.accept(entries.subList(3, 7))).isEmpty();
        assertThat(chain.count()).isEqualTo(7);
        assertThat(chain.head()).isEqualTo(entries.get(6).hash());
    }

    @Test
    void aChangedEntryIsNoticed() {
        for (AuditFact lie : List.of(fact(3, "somebody else", 200), fact(3, "root", 403))) {
            List<AuditEntry> entries = chain(5);
            AuditEntry honest = entries.get(2);
            entries.set(2, new AuditEntry(3, honest.at(), lie, honest.previousHash(), honest.hash()));
            assertThat(verified(entries)).hasValue("entry 3 was changed");
        }
    }

    @Test
    void anEntrySealedAnewIsNoticedByTheNextOne() {
        List<AuditEntry> entries = chain(5);
        AuditEntry honest = entries.get(2);
        entries.set(2, AuditEntry.sealed(3, honest.at(), fact(3, "nobody", 200), honest.previousHash()));
        assertThat(verified(entries)).hasValue("entry 4 does not follow the one before");
    }

    @Test
    void aMissingAndAnExtraEntryAreNoticed() {
        List<AuditEntry> shorter = chain(5);
        shorter.remove(1);
        assertThat(verified(shorter)).hasValue("entry 2 is missing");
        List<AuditEntry> beheaded = new ArrayList<>(chain(5).subList(1, 5));
        assertThat(verified(beheaded)).hasValue("entry 1 is missing");
        List<AuditEntry> twice = chain(5);
        twice.add(2, twice.get(1));
        assertThat(verified(twice)).hasValue("entry 3 is missing");
    }

    @Test
    void wordsDoNotRunIntoEachOther() {
        AuditEntry one = AuditEntry.sealed(
                1, 0, new AuditFact("i", "ab", "c", "a", "p", "r", "DONE", 200, "q"), AuditEntry.ORIGIN);
        AuditEntry other = AuditEntry.sealed(
                1, 0, new AuditFact("i", "a", "bc", "a", "p", "r", "DONE", 200, "q"), AuditEntry.ORIGIN);
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    private static Optional<String> verified(List<AuditEntry> entries) {
        return new AuditChain().accept(entries);
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = AuditEntry.ORIGIN;
        for (int sequence = 1; sequence <= length; sequence++) {
            AuditEntry next = AuditEntry.sealed(sequence, 1_000L + sequence, fact(sequence, "root", 200), previous);
            entries.add(next);
            previous = next.hash();
        }
        return entries;
    }

    private static AuditFact fact(int number, String actor, int status) {
        return new AuditFact(
                "fact-" + number,
                actor,
                "127.0.0.1",
                "POST /admin/accounts/{id}/freeze",
                "/admin/accounts/asha/freeze",
                "a court order",
                AuditFact.DONE,
                status,
                "req_" + number);
    }
}
