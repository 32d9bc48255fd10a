package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.QueryRefunds;
import com.phonepay.wallet.CloseWindow;
import com.phonepay.wallet.CloseWindows;
import com.phonepay.wallet.ConfirmPayout;
import com.phonepay.wallet.OpenPayouts;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.QueryPayouts;
import com.phonepay.wallet.RefusePayout;
import com.phonepay.wallet.RequestPayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Merchants and who acts for them: owners who refund and want their money, the cut-off, the settlement worker. */
final class Shops {
    private static final int RECENT = 6;
    private static final FeePlan PLAN = new FeePlan(236, 1_800);

    /** A client does not repeat what is older: a day later it may be forgotten. */
    private static final long REPEATED_FOR_MS = 2 * 3_600_000L;

    private final World world;
    private final BiConsumer<SliceAddress, Message> ask;
    private final List<AccountId> merchants = new ArrayList<>();
    private final List<TransactionId> payments = new ArrayList<>();
    private final List<InitiateRefund> refunds = new ArrayList<>();
    /** Where a bank refused, settled money lies until its owner or the next window asks for it. */
    private @Nullable AccountId refusedAt;

    private final List<RequestPayout> payouts = new ArrayList<>();
    private long refundedAt;
    private int refundNumber;
    private int payoutNumber;

    Shops(World world, BiConsumer<SliceAddress, Message> ask) {
        this.world = world;
        this.ask = ask;
        for (char name = 'a'; merchants.size() < 2 * Product.SLICES.count(); name++) {
            AccountId merchant = new AccountId("shop-" + name);
            long there = merchants.stream()
                    .filter(other -> slice(other).equals(slice(merchant)))
                    .count();
            if (there < 2) {
                merchants.add(merchant);
            }
        }
    }

    private static SliceAddress slice(AccountId merchant) {
        return Product.SLICES.wallets(merchant);
    }

    AccountId any() {
        return merchants.get(below(merchants.size()));
    }

    /** Opens those that are not open. */
    void settleIn(AccountId owner) {
        for (AccountId merchant : merchants) {
            if (!world.oracle().ledger().knows(merchant)) {
                MerchantProfile profile = new MerchantProfile(owner, merchant.value(), "shop@example.com", PLAN);
                ask.accept(slice(merchant), new OpenWallet(merchant, Money.ZERO, merchant.value(), profile));
            }
        }
    }

    boolean areSettled() {
        return merchants.stream().allMatch(world.oracle().ledger()::knows);
    }

    /** Somebody pays a merchant under this id. */
    void paid(Key key) {
        if (merchants.contains(key.terms().payee()) && !payments.contains(key.id())) {
            if (payments.size() == RECENT) {
                payments.remove(0);
            }
            payments.add(key.id());
        }
    }

    void act() {
        int what = below(100);
        if (what < 45) {
            refund();
        } else if (what < 62) {
            refundAgain();
        } else if (what < 67) {
            look();
        } else if (what < 71) {
            cutOff();
        } else if (what < 73) {
            AccountId merchant = any();
            ask.accept(slice(merchant), new CloseWindow(merchant, world.now()));
        } else if (what < 88) {
            payout();
        } else {
            payOpenPayouts();
        }
    }

    private void refund() {
        if (payments.isEmpty()) {
            return;
        }
        TransactionId original = payments.get(below(payments.size()));
        String hash =
                String.format("%032x", original.value().hashCode() * 1_000_003L + 7_000_000_000L + ++refundNumber);
        TransactionId id = TransactionId.of(original.slice(), hash);
        @Nullable Money amount = below(4) == 0 ? null : Money.ofRupees(1L + below(4));
        InitiateRefund refund = new InitiateRefund(id, original, "r" + amount, amount, "", 1, expiry());
        if (refunds.size() == RECENT || world.now() - refundedAt > REPEATED_FOR_MS) {
            refunds.clear();
        }
        refunds.add(refund);
        refundedAt = world.now();
        ask.accept(Product.SLICES.transactions(id), refund);
    }

    private void refundAgain() {
        if (!refunds.isEmpty() && world.now() - refundedAt < REPEATED_FOR_MS) {
            InitiateRefund first = refunds.get(below(refunds.size()));
            boolean wrongly = below(5) == 0;
            InitiateRefund again = new InitiateRefund(
                    first.id(),
                    first.original(),
                    wrongly ? "other" : first.fingerprint(),
                    wrongly ? Money.ofPaise(1) : first.amount(),
                    "",
                    1 + below(2),
                    expiry());
            ask.accept(Product.SLICES.transactions(first.id()), again);
        }
    }

    private long expiry() {
        return world.now() + 10_000 + below(30_000);
    }

    private void look() {
        AccountId merchant = any();
        ask.accept(slice(merchant), new QueryMerchant(merchant));
        if (!payments.isEmpty()) {
            TransactionId original = payments.get(below(payments.size()));
            ask.accept(Product.SLICES.transactions(original), new QueryRefunds(original));
        }
    }

    /** The coordinator's word, which may come late, twice, and from two coordinators whose clocks differ. */
    void cutOff() {
        for (int number = 0; number < Product.SLICES.count(); number++) {
            long cutOff = world.now() + world.someSkew();
            ask.accept(new SliceAddress(SliceType.WALLETS, number), new CloseWindows(cutOff, 3));
        }
    }

    /** Also long after: under a key that is forgotten it is another payout, which the bank must make as well. */
    private void payout() {
        if (!payouts.isEmpty() && below(2) == 0) {
            RequestPayout again = payouts.get(below(payouts.size()));
            ask.accept(slice(again.merchant()), again);
            return;
        }
        @Nullable Money amount = below(3) == 0 ? null : Money.ofPaise(1L + below(500));
        AccountId merchant = refusedAt != null && below(4) > 0 ? refusedAt : any();
        RequestPayout request = new RequestPayout("payout-" + ++payoutNumber, "p" + amount, merchant, amount);
        if (payouts.size() < RECENT) {
            payouts.add(request);
        } else if (below(4) == 0) {
            payouts.set(below(RECENT), request);
        }
        ask.accept(slice(request.merchant()), request);
    }

    /** The settlement worker; there may be two. */
    void payOpenPayouts() {
        for (int number = 0; number < Product.SLICES.count(); number++) {
            ask.accept(new SliceAddress(SliceType.WALLETS, number), new QueryPayouts(1 + below(8)));
        }
    }

    /** What waits is instructed, again where it was before; the bank's word is passed on where it has one. */
    void told(Answer answer, boolean everythingWorks) {
        if (answer instanceof OpenPayouts open) {
            for (Payout payout : open.oldest()) {
                Bank.Instruction told = world.bank()
                        .instruct(payout.instruction(), payout.merchant(), payout.amount(), everythingWorks);
                if (told.paid) {
                    ask.accept(
                            slice(payout.merchant()),
                            new ConfirmPayout(payout.reference(), payout.merchant(), "bank-" + payout.reference()));
                } else if (told.refused) {
                    ask.accept(
                            slice(payout.merchant()),
                            new RefusePayout(payout.reference(), payout.merchant(), "account closed"));
                    refusedAt = payout.merchant();
                }
            }
        }
    }

    private int below(int bound) {
        return world.chance().nextInt(bound);
    }
}
