package com.phonepay.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants one fault into a whole ledger; the proof names it, and the exit status says that something is wrong. */
final class CorruptLedgerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path lake;

    @BeforeEach
    void copyTheWholeOne() throws IOException {
        try (Stream<Path> files = Files.walk(Golden.lake())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = lake.resolve(Golden.lake().relativize(file));
                Files.createDirectories(copy.resolve("..").normalize());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void aLostCredit() throws IOException {
        ledger(entries -> entries.removeIf(isEntry("T3", "bob")));
        assertThat(broken()).containsExactly("GAP bob", "MISSING_ENTRY T3");
    }

    @Test
    void aDoubledCredit() throws IOException {
        ledger(entries -> {
            ObjectNode copy = entries.stream()
                    .filter(isEntry("M5", "carol"))
                    .findFirst()
                    .orElseThrow()
                    .deepCopy();
            long amount = copy.get("amount_paise").asLong();
            copy.put("event_id", "wallets-0:999:0")
                    .put("version", copy.get("version").asLong() + 1);
            copy.put("balance_after_paise", copy.get("balance_after_paise").asLong() + amount);
            entries.add(copy);
        });
        assertThat(broken()).containsExactly("UNBALANCED M5");
    }

    @Test
    void anAlteredAmount() throws IOException {
        ledger(entries -> change(entries, isEntry("T4", "carol"), entry -> entry.put("amount_paise", 99_998)));
        assertThat(broken()).containsExactly("UNBALANCED T4", "WRONG_BALANCE carol");
    }

    @Test
    void anAmountAlteredOnBothSides() throws IOException {
        ledger(entries -> {
            change(entries, isEntry("M5", "mallory"), entry -> shift(entry, 1));
            change(entries, isEntry("M5", "carol"), entry -> shift(entry, 1));
        });
        assertThat(broken()).containsExactly("NOT_THE_PAYMENT M5", "WRONG_BALANCE carol", "WRONG_BALANCE mallory");
    }

    @Test
    void anAlteredBalance() throws IOException {
        ledger(entries -> change(entries, isEntry("M5", "carol"), entry -> entry.put("balance_after_paise", 5)));
        assertThat(broken()).containsExactly("WRONG_BALANCE carol");
    }

    @Test
    void aCreditToSomebodyElse() throws IOException {
        ledger(entries -> change(entries, isEntry("T1", "shop1"), entry -> {
            entry.put("account_id", "shop3");
            entry.put("balance_after_paise", 10_000);
        }));
        assertThat(broken()).containsExactly("GAP shop1", "NOT_THE_PAYMENT T1");
    }

    @Test
    void twoEntriesOfOneNumber() throws IOException {
        ledger(entries -> change(
                entries,
                isEntry("M4", "carol"),
                entry -> entry.put("version", entry.get("version").asLong() - 1)));
        assertThat(broken()).contains("FORK carol", "GAP carol");
    }

    @Test
    void aWalletBelowZero() throws IOException {
        ledger(entries -> entries.add(entries.stream()
                .filter(isEntry("bonus-alice", "alice"))
                .findFirst()
                .orElseThrow()
                .deepCopy()
                .put("account_id", "dave")
                .put("entry_id", "payout-dave-1")
                .put("entry_kind", "PAYOUT")
                .put("type", "DEBIT")
                .put("system_account", "payout")
                .put("version", 1)
                .put("balance_after_paise", -100_000)));
        assertThat(broken()).containsExactly("NEGATIVE_BALANCE dave");
    }

    @Test
    void entriesOfAPaymentThatNobodyMade() throws IOException {
        file(
                "payment.completed",
                "2026-03-03",
                payments -> payments.removeIf(
                        payment -> payment.get("transaction_id").asText().equals("M4")));
        assertThat(broken()).containsExactly("UNKNOWN_TRANSACTION M4");
    }

    @Test
    void aFileThatCanNotBeRead() throws IOException {
        Files.writeString(lake.resolve("wallet.ledger/dt=2026-03-03/torn.avro"), "Obj");
        Ran ran = Ran.job("ledger-proof", lake);
        assertThat(ran.rows()).isEmpty();
        assertThat(ran.counter("malformed")).isEqualTo(1);
        assertThat(ran.status()).isEqualTo(4);
    }

    @Test
    void noLedgerAtAll(@TempDir Path empty) {
        assertThat(Ran.job("ledger-proof", empty).status()).isEqualTo(4);
    }

    @Test
    void aCopyOfAnEventIsNoFault() throws IOException {
        ledger(entries -> entries.addAll(List.copyOf(entries)));
        Ran ran = Ran.job("ledger-proof", lake);
        assertThat(ran.rows()).isEmpty();
        assertThat(ran.counter("duplicates")).isEqualTo(30);
        assertThat(ran.counter("wallets_paise")).isEqualTo(25_300_001);
        assertThat(ran.status()).isZero();
    }

    @Test
    void whatHasJustHappenedMayBeThereByHalf() throws IOException {
        ledger(entries -> entries.removeIf(isEntry("M5", "carol")));
        assertThat(Ran.job("ledger-proof", lake, "--until", "2026-03-03T18:35:00Z")
                        .counter("in_flight"))
                .isEqualTo(1);
        assertThat(broken()).containsExactly("MISSING_ENTRY M5");
    }

    @Test
    void withoutTheFirstDaysTheRestStillHolds() {
        String[] laterDays = {"--from", "2026-03-02", "--partial", "yes"};
        assertThat(Ran.job("ledger-proof", lake, laterDays).status()).isZero();
        assertThat(Ran.job("ledger-proof", lake, "--from", "2026-03-02").status())
                .isEqualTo(4);
    }

    private List<String> broken() {
        Ran ran = Ran.job("ledger-proof", lake);
        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.result().get("clean").asBoolean()).isFalse();
        List<String> found = new ArrayList<>();
        ran.result()
                .get("rows")
                .forEach(row -> found.add(
                        row.get("break").asText() + " " + row.get("subject").asText()));
        assertThat(ran.counter("breaks")).isEqualTo(found.size());
        return found.stream().sorted().toList();
    }

    private static void shift(ObjectNode entry, long paise) {
        entry.put("amount_paise", entry.get("amount_paise").asLong() + paise);
    }

    private static Predicate<ObjectNode> isEntry(String id, String account) {
        return entry -> entry.get("entry_id").asText().equals(id)
                && entry.get("account_id").asText().equals(account);
    }

    private static void change(List<ObjectNode> entries, Predicate<ObjectNode> which, Consumer<ObjectNode> how) {
        entries.stream().filter(which).forEach(how);
    }

    private void ledger(Consumer<List<ObjectNode>> fault) throws IOException {
        for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
            file("wallet.ledger", day, entries -> faultWhereItFits(entries, fault));
        }
    }

    /** A fault in an entry of another day does not find it here. */
    private static void faultWhereItFits(List<ObjectNode> entries, Consumer<List<ObjectNode>> fault) {
        try {
            fault.accept(entries);
        } catch (NoSuchElementException elsewhere) {
            assertThat(entries).isNotEmpty();
        }
    }

    private void file(String topic, String day, Consumer<List<ObjectNode>> fault) throws IOException {
        Path file = lake.resolve(topic).resolve("dt=" + day).resolve("by-hand.jsonl");
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add((ObjectNode) JSON.readTree(line));
        }
        fault.accept(lines);
        List<String> written = lines.stream().map(ObjectNode::toString).toList();
        Files.write(file, Arrays.asList(String.join("\n", written)), UTF_8);
    }
}
