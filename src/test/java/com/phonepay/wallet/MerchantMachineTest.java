package com.phonepay.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Terms;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows and payouts of one merchant: closed once, paid once, and never more than was settled. */
final class MerchantMachineTest {
    private static final long DAY = 86_400_000L;
    private static final AccountId SHOP = new AccountId("shop");
    private static final AccountId PAYER = new AccountId("payer");

    private final WalletMachine machine = new WalletMachine(new Slices(1), WalletRules.standard(Limits.upi()));
    private WalletState state = machine.empty();
    private long now = 1_799_994_600_000L;
    private int number;
    private Outcome last = Outcome.nothing();

    @BeforeEach
    void open() {
        MerchantProfile profile =
                new MerchantProfile(new AccountId("owner"), "Shop", "shop@example.com", new FeePlan(200, 1_800));
        tell(new OpenWallet(SHOP, Money.ZERO, "id:shop", profile));
    }

    @Test
    void closesAWindowOncePerCutOffHoweverOftenItIsTold() {
        paid("100.00");
        now += 1_000;
        CloseWindows cutOff = new CloseWindows(now, 10);
        assertThat(answer(cutOff)).isEqualTo(new WindowsClosed(1, 0));
        assertThat(answer(cutOff)).isEqualTo(new WindowsClosed(0, 0));
        // What comes after the cut-off waits for the next one, though the slice hears of the old one again.
        paid("50.00");
        assertThat(answer(cutOff)).isEqualTo(new WindowsClosed(0, 0));
        assertThat(merchant().open().gross()).isEqualTo(rupees("50.00"));
        assertThat(merchant().past()).hasSize(1);
        assertThat(balance().balance()).isEqualTo(rupees("147.64"));
    }

    @Test
    void paysAWindowOnceWhateverTheBankSaysHowOften() {
        paid("100.00");
        close();
        tick();
        tick();
        Payout payout = onlyOpen();
        assertThat(payout.amount()).isEqualTo(rupees("97.64"));
        assertThat(balance().available()).isEqualTo(Money.ZERO);
        ConfirmPayout paid = new ConfirmPayout(payout.reference(), SHOP, "B-1");
        assertThat(((PayoutAnswer) answer(paid)).replayed()).isFalse();
        assertThat(((PayoutAnswer) answer(paid)).replayed()).isTrue();
        assertThat(balance().balance()).isEqualTo(Money.ZERO);
        tell(new RefusePayout(payout.reference(), SHOP, "changed its mind"));
        assertThat(last.events()).isEmpty();
        assertThat(last.effects()).anyMatch(effect -> effect instanceof Effect.Alarm);
        assertThat(merchant().past().get(0).status()).isEqualTo(WindowStatus.SETTLED);
    }

    @Test
    void givesTheMoneyBackOnceWhereTheBankRefusesForGood() {
        paid("100.00");
        close();
        tick();
        RefusePayout no = new RefusePayout(onlyOpen().reference(), SHOP, "no such account");
        tell(no);
        tell(no);
        assertThat(merchant().payable()).isEqualTo(rupees("97.64"));
        assertThat(balance().available()).isEqualTo(rupees("97.64"));
        tell(new ConfirmPayout(no.reference(), SHOP, "B-1"));
        assertThat(last.events()).isEmpty();
        assertThat(last.effects()).anyMatch(effect -> effect instanceof Effect.Alarm);
        assertThat(balance().balance()).isEqualTo(rupees("97.64"));
    }

    @Test
    void paysOutNothingThatIsNotSettled() {
        paid("100.00");
        assertThat(code(request("p1", "1.00"))).isEqualTo("insufficient_settled_funds");
        settledAndRefused();
        paid("100.00");
        assertThat(code(request("p2", "97.65"))).isEqualTo("insufficient_settled_funds");
        assertThat(((PayoutAnswer) answer(request("p3", "97.64"))).replayed()).isFalse();
        assertThat(code(request("p4", "0.01"))).isEqualTo("insufficient_settled_funds");
        assertThat(((PayoutAnswer) answer(request("p3", "97.64"))).replayed()).isTrue();
        assertThat(code(new RequestPayout("p3", "another body", SHOP, rupees("1.00"))))
                .isEqualTo("idempotency_key_reused");
        assertThat(balance().held()).isEqualTo(rupees("97.64"));
    }

    @Test
    void leavesWhatARefundHoldsAndWhatItTakes() {
        paid("100.00");
        settledAndRefused();
        Terms refund = refund("60.00");
        tell(new Hold(refund, 1));
        assertThat(code(request("p1", "37.65"))).isEqualTo("insufficient_settled_funds");
        tell(new Capture(refund));
        // The refund stands in the open window: settled money pays for it before that window is closed.
        assertThat(((PayoutAnswer) answer(request("p2", "37.64"))).payout().amount())
                .isEqualTo(rupees("37.64"));
        assertThat(balance().available()).isEqualTo(Money.ZERO);
        close();
        SettlementWindow window = merchant().past().get(0);
        assertThat(window.status()).isEqualTo(WindowStatus.SETTLED);
        assertThat(window.charges().net()).isEqualTo(Money.ZERO.minus(rupees("60.00")));
        assertThat(merchant().payable()).isEqualTo(Money.ZERO);
        tell(new ConfirmPayout("p2", SHOP, "B-1"));
        assertThat(balance().balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void waitsWithTheChargesWhileARefundHoldsThem() {
        paid("100.00");
        Terms refund = refund("99.00");
        tell(new Hold(refund, 1));
        now += 1_000;
        assertThat(answer(new CloseWindows(now, 10))).isEqualTo(new WindowsClosed(0, 1));
        tell(new Release(refund.id(), SHOP));
        assertThat(answer(new CloseWindows(now, 10))).isEqualTo(new WindowsClosed(1, 0));
        assertThat(merchant().payable()).isEqualTo(rupees("97.64"));
    }

    @Test
    void holdsAnotherPayoutUnderAForgottenKeyByAnotherName() {
        paid("100.00");
        settledAndRefused();
        Payout first = ((PayoutAnswer) answer(request("p1", "10.00"))).payout();
        tell(new ConfirmPayout("p1", SHOP, "B-1"));
        now += DAY + 1;
        tick();
        PayoutAnswer second = (PayoutAnswer) answer(request("p1", "10.00"));
        assertThat(second.replayed()).isFalse();
        assertThat(second.payout().instruction()).isNotEqualTo(first.instruction());
    }

    @Test
    void isTheSameAfterASnapshot() {
        paid("100.00");
        settledAndRefused();
        paid("10.00");
        tell(request("p1", "10.00"));
        tell(new Hold(refund("5.00"), 1));
        WalletState rebuilt = machine.empty();
        for (Event event : machine.snapshot(state)) {
            rebuilt = machine.apply(rebuilt, event);
        }
        assertThat(rebuilt).isEqualTo(state);
    }

    private void settledAndRefused() {
        close();
        tick();
        tell(new RefusePayout(onlyOpen().reference(), SHOP, "no such account"));
    }

    private void close() {
        now += 1_000;
        assertThat(answer(new CloseWindow(SHOP, now))).isInstanceOf(MerchantView.class);
    }

    private void tick() {
        tell(new Tick());
    }

    private static RequestPayout request(String reference, String rupees) {
        return new RequestPayout(reference, rupees, SHOP, rupees(rupees));
    }

    private void paid(String rupees) {
        tell(new Credit(new Terms(id(), "f", PAYER, SHOP, rupees(rupees), "")));
    }

    private Terms refund(String rupees) {
        return new Terms(id(), "f", SHOP, PAYER, rupees(rupees), "", id());
    }

    private TransactionId id() {
        return TransactionId.of(0, String.format("%032x", ++number));
    }

    private static Money rupees(String rupees) {
        return Money.ofPaise(Long.parseLong(rupees.replace(".", "")));
    }

    private Payout onlyOpen() {
        List<Payout> open = ((OpenPayouts) answer(new QueryPayouts(10))).oldest();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private Merchant merchant() {
        return ((MerchantView) answer(new QueryMerchant(SHOP))).merchant();
    }

    private BalanceView balance() {
        return (BalanceView) answer(new QueryBalance(SHOP));
    }

    private String code(Message message) {
        return ((Rejection) answer(message)).code();
    }

    private Answer answer(Message message) {
        tell(message);
        return ((Effect.Reply) last.effects().get(0)).answer();
    }

    private void tell(Message message) {
        last = machine.decide(state, message, Caller.NOBODY, new Moment(now, new SliceAddress(SliceType.WALLETS, 0)));
        for (Event event : last.events()) {
            state = machine.apply(state, event);
            assertThat(state.total())
                    .as("the slice nets to zero after %s", event)
                    .isEqualTo(Money.ZERO);
        }
    }
}
