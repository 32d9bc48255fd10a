package com.phonepay.slice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.cluster.names.ProtocolNames;
import com.phonepay.payment.cluster.names.TransactionNames;
import com.phonepay.payment.cluster.names.WalletNames;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.Sender;
import com.phonepay.transaction.InDoubtAnswer;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import com.phonepay.wallet.AccountStatus;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.Charges;
import com.phonepay.wallet.Merchant;
import com.phonepay.wallet.MerchantSums;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.PayoutStatus;
import com.phonepay.wallet.SettlementWindow;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WindowStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WireFormatTest {
    private static final SliceAddress WALLETS = new SliceAddress(SliceType.WALLETS, 3);
    private static final SliceAddress COORDINATOR = new SliceAddress(SliceType.TRANSACTIONS, 7);
    private static final Terms TERMS = new Terms(
            TransactionId.of(7, "0123456789abcdef0123456789abcdef"),
            "f00d",
            new AccountId("asha"),
            new AccountId("ravi"),
            Money.ofPaise(Long.MAX_VALUE),
            "café ₹ \uD83D\uDE00");

    private final WireFormat format =
            new WireFormat(NameTable.of(List.of(new ProtocolNames(), new TransactionNames(), new WalletNames())));

    static Stream<Object> values() {
        Rejection refusal = new Rejection(
                "limit_exceeded", Rejection.Kind.DECLINED, "Too much for a day", Map.of("limit", "100000.00"));
        Verdict verdict = new Verdict(0.1 + 0.2, true, List.of("new payee"));
        TransactionView view =
                new TransactionView(TERMS, TransactionStatus.FAILED, refusal, null, null, 1, Long.MAX_VALUE, 3);
        return Stream.of(
                new Hold(TERMS, 2),
                new Applied(TERMS.id(), Applied.Step.CREDITED),
                Vote.yes(TERMS, Role.PAYER),
                new Vote(TERMS.id(), "f", Role.FRAUD, refusal, verdict),
                refusal,
                view,
                new InDoubtAnswer(9, List.of(view, view)),
                new BalanceView(TERMS.payer(), Money.ofPaise(-5), Money.ZERO, 8, AccountStatus.FROZEN),
                new WalletEvent.MerchantRestored(shop()),
                new WalletEvent.PayoutHeld(payout()),
                new WalletEvent.Captured(
                        TERMS.id(),
                        TERMS.payer(),
                        TERMS.payee(),
                        Money.ofRupees(3),
                        99,
                        new Standing(Money.ofRupees(2), 4)));
    }

    private static Merchant shop() {
        Charges charges = new Charges(Money.ofPaise(2), Money.ZERO, Money.ofPaise(98));
        SettlementWindow window = new SettlementWindow(
                TERMS.payee(),
                7,
                WindowStatus.SETTLED,
                1,
                2,
                Money.ofPaise(100),
                Money.ZERO,
                3,
                0,
                charges,
                "P-x",
                Money.ofPaise(98),
                5);
        MerchantProfile profile =
                new MerchantProfile(TERMS.payer(), "Chai", "chai@example.com", new FeePlan(200, 1_800));
        MerchantSums sums = new MerchantSums(
                Money.ofPaise(100),
                Money.ZERO,
                Money.ofPaise(2),
                Money.ZERO,
                Money.ofPaise(98),
                Money.ofPaise(98),
                3,
                0);
        return new Merchant(TERMS.payee(), profile, window, Money.ZERO, List.of(window), sums);
    }

    private static Payout payout() {
        return new Payout("P-x", "", TERMS.payee(), Money.ofPaise(98), 7, PayoutStatus.SETTLING, 4, 0, null, null);
    }

    @ParameterizedTest
    @MethodSource("values")
    void bringsAValueBackAsItWas(Object value) {
        assertThat(format.decode(format.encode(value))).isEqualTo(value);
    }

    @Test
    void writesNoClassNames() {
        String text = new String(format.encode(new Hold(TERMS, 1)), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains("hold").doesNotContain("com.phonepay").doesNotContain("Hold");
    }

    @Test
    void refusesWhatHasNoName() {
        assertThatThrownBy(() -> format.encode("text")).hasMessageContaining("has no wire name");
    }

    @Test
    void bringsARowBackWithTheBytesOfItsEvents() {
        RowFormat rows = new RowFormat(format);
        WalletEvent.Released event = new WalletEvent.Released(TERMS.id());
        Row row = new Row(
                new Position(12, 5),
                new Position(10, 4),
                1_700_000_000_000L,
                "node-2",
                false,
                Map.of(COORDINATOR, 6L),
                List.of(format.record(event), format.record(event)));
        Row back = rows.decode(rows.encode(row));
        assertThat(back).usingRecursiveComparison().isEqualTo(row);
        assertThat(back.events()).extracting(Recorded::event).containsExactly(event, event);
    }

    @Test
    void bringsBackWhatASnapshotStandsOn() {
        ReleasedFormat heads = new ReleasedFormat(format);
        Released<String> released = new Released<>(new Position(7, 2), 55, "state", Map.of(WALLETS, 3L));
        assertThat(heads.decode(heads.encode(released), "state")).isEqualTo(released);
    }

    @Test
    void bringsADeliveryBackInOrder() {
        DeliveryFormat deliveries = new DeliveryFormat(format);
        List<Envelope> envelopes = List.of(fromOutside(new Hold(TERMS, 1)), fromSlice(new Hold(TERMS, 2)));
        assertThat(deliveries.decode(deliveries.encode(WALLETS, envelopes))).isEqualTo(envelopes);
    }

    @Test
    void packsAReleaseIntoMessagesOfBoundedSize() {
        DeliveryFormat deliveries = new DeliveryFormat(format);
        List<Envelope> envelopes = new ArrayList<>();
        for (int attempt = 1; attempt <= 3_000; attempt++) {
            envelopes.add(fromSlice(new Hold(TERMS, attempt)));
        }
        List<PackedDelivery> packed = deliveries.pack(WALLETS, envelopes);
        assertThat(packed)
                .hasSizeGreaterThan(3)
                .allMatch(message -> message.bytes().length <= DeliveryFormat.MESSAGE_BYTES_MAX);
        assertThat(packed.stream().flatMap(message -> deliveries.decode(message.bytes()).stream()))
                .isEqualTo(envelopes);
    }

    @Test
    void sendsOneEnvelopeThatIsTooLargeAlone() {
        DeliveryFormat deliveries = new DeliveryFormat(format);
        Terms large = new Terms(TERMS.id(), "f", TERMS.payer(), TERMS.payee(), Money.ZERO, "x".repeat(200_000));
        List<Envelope> envelopes =
                List.of(fromSlice(new Hold(TERMS, 1)), fromSlice(new Hold(large, 2)), fromSlice(new Hold(TERMS, 3)));
        List<PackedDelivery> packed = deliveries.pack(WALLETS, envelopes);
        assertThat(packed).hasSize(3);
        assertThat(packed.stream().flatMap(message -> deliveries.decode(message.bytes()).stream()))
                .isEqualTo(envelopes);
    }

    /** A journal outlives the code: fields that came later are absent in its older rows. */
    @Test
    void readsRowsFromBeforeThereWereMerchants() throws IOException {
        Map<String, Object> terms = Map.of(
                "id",
                TERMS.id().value(),
                "fingerprint",
                "f00d",
                "payer",
                "asha",
                "payee",
                "ravi",
                "amount",
                5,
                "note",
                "");
        Map<String, Object> credited =
                Map.of("terms", terms, "toSuspense", false, "at", 9, "standing", Map.of("balance", 5, "version", 1));
        Map<String, Object> restored =
                Map.of("terms", terms, "initiatedAt", 1, "resolveBy", 2, "endedAt", 3, "forgottenAt", 0);
        Terms plain = new Terms(TERMS.id(), "f00d", TERMS.payer(), TERMS.payee(), Money.ofPaise(5), "");
        assertThat(decoded("w.credited", credited))
                .isEqualTo(new WalletEvent.Credited(plain, false, 9, new Standing(Money.ofPaise(5), 1)));
        assertThat(decoded("t.completed", Map.of("id", TERMS.id().value(), "at", 7)))
                .isEqualTo(new TransactionEvent.Completed(TERMS.id(), 7));
        assertThat(decoded("t.restored", restored))
                .isEqualTo(new TransactionEvent.TransactionRestored(plain, 1, 2, null, 3, 0, null, null));
        assertThat(decoded("w.account-opened", Map.of("account", "asha", "at", 7)))
                .isEqualTo(new WalletEvent.AccountOpened(TERMS.payer(), 7));
    }

    private Object decoded(String name, Map<String, Object> fields) throws IOException {
        return format.decode(new CBORMapper().writeValueAsBytes(List.of(name, fields)));
    }

    private static Envelope fromOutside(Message message) {
        return new Envelope(WALLETS, null, 1, message);
    }

    private static Envelope fromSlice(Message message) {
        return new Envelope(WALLETS, new Sender(COORDINATOR, 42), 2, message);
    }
}
