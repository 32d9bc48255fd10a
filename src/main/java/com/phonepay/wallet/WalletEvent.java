package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen in a wallet slice. Times are slice time, milliseconds since 1970. */
public sealed interface WalletEvent extends Event {

    /** An event that moves money, by exactly one transfer. */
    sealed interface Moving extends WalletEvent {
        Transfer transfer();

        String reference();

        long at();

        /** How the wallet that was posted to stands now; absent where both sides are system accounts. */
        @Nullable
        Standing standing();
    }

    /** A wallet is there; the profile too where it is a merchant's. */
    record AccountOpened(AccountId account, long at, @Nullable MerchantProfile merchant) implements WalletEvent {
        public AccountOpened(AccountId account, long at) {
            this(account, at, null);
        }
    }

    record BonusPosted(String reference, AccountId account, Money amount, long at, Standing standing)
            implements Moving {
        @Override
        public Transfer transfer() {
            return new Transfer(SystemAccount.PROMOTION, LedgerAccount.of(account), amount);
        }
    }

    record Recharged(String reference, String fingerprint, AccountId account, Money amount, long at, Standing standing)
            implements Moving {
        @Override
        public Transfer transfer() {
            return new Transfer(SystemAccount.BANK_FUNDING, LedgerAccount.of(account), amount);
        }
    }

    /** The amount is set aside; the day is the Asia/Kolkata day whose limits it counts against. */
    record Held(Terms terms, long day, boolean inFirstDay, long at) implements WalletEvent {}

    record HoldRefused(Terms terms, Rejection refusal) implements WalletEvent {}

    /**
     * A held amount has left for clearing.
     *
     * @param window the payer's settlement window that bears it, where a merchant gives money back
     * @param original the payment that is given back; absent for a payment
     */
    record Captured(
            TransactionId id,
            AccountId payer,
            AccountId payee,
            Money amount,
            long at,
            Standing standing,
            @Nullable Long window,
            @Nullable TransactionId original)
            implements Moving {
        public Captured(TransactionId id, AccountId payer, AccountId payee, Money amount, long at, Standing standing) {
            this(id, payer, payee, amount, at, standing, null, null);
        }

        @Override
        public Transfer transfer() {
            return new Transfer(LedgerAccount.of(payer), SystemAccount.CLEARING, amount);
        }

        @Override
        public String reference() {
            return id.value();
        }
    }

    /** An amount has come from clearing; a merchant is paid into its window. */
    record Credited(Terms terms, boolean toSuspense, long at, @Nullable Standing standing, @Nullable Long window)
            implements Moving {
        public Credited(Terms terms, boolean toSuspense, long at, @Nullable Standing standing) {
            this(terms, toSuspense, at, standing, null);
        }

        @Override
        public Transfer transfer() {
            LedgerAccount to = toSuspense ? SystemAccount.SUSPENSE : LedgerAccount.of(terms.payee());
            return new Transfer(SystemAccount.CLEARING, to, terms.amount());
        }

        @Override
        public String reference() {
            return terms.id().value();
        }
    }

    /** Frees whatever is held under the id; without a hold it is the tombstone that refuses a late one. */
    record Released(TransactionId id) implements WalletEvent {}

    record TransactionForgotten(TransactionId id, Role role) implements WalletEvent {}

    record LocalEntriesForgotten(List<String> references) implements WalletEvent {}

    record StatusChanged(AccountId account, AccountStatus status, String reason, long at) implements WalletEvent {}

    /**
     * A merchant's window is closed: what came before in this slice is in it, what comes later is not.
     *
     * @param openedAt of this window
     * @param nextOpenedAt of the one that opens now
     */
    record WindowClosed(
            AccountId merchant,
            long window,
            long openedAt,
            Money gross,
            Money refunds,
            long paymentCount,
            long refundCount,
            Money fee,
            Money tax,
            Money net,
            long nextOpenedAt,
            long at)
            implements WalletEvent {}

    /** A window has come to its end with nothing to pay out: later refunds have used it up. */
    record WindowSettled(AccountId merchant, long window, long at) implements WalletEvent {}

    record FeeCharged(AccountId merchant, long window, Money amount, long at, Standing standing) implements Moving {
        @Override
        public Transfer transfer() {
            return new Transfer(LedgerAccount.of(merchant), SystemAccount.FEES, amount);
        }

        @Override
        public String reference() {
            return SettlementWindow.id(merchant, window);
        }
    }

    record TaxCharged(AccountId merchant, long window, Money amount, long at, Standing standing) implements Moving {
        @Override
        public Transfer transfer() {
            return new Transfer(LedgerAccount.of(merchant), SystemAccount.TAX, amount);
        }

        @Override
        public String reference() {
            return SettlementWindow.id(merchant, window);
        }
    }

    /** Settled money is set aside; only after this the bank is told. */
    record PayoutHeld(Payout payout) implements WalletEvent {}

    /** The bank has paid. */
    record PayoutCaptured(
            String reference,
            AccountId merchant,
            Money amount,
            long window,
            String bankReference,
            long at,
            Standing standing)
            implements Moving {
        @Override
        public Transfer transfer() {
            return new Transfer(LedgerAccount.of(merchant), SystemAccount.PAYOUT, amount);
        }
    }

    /** The bank has refused for good. */
    record PayoutReleased(String reference, AccountId merchant, Money amount, long window, String reason, long at)
            implements WalletEvent {}

    record PayoutsForgotten(List<String> references) implements WalletEvent {}

    /** An inquiry about a hold was sent. */
    record Inquired(TransactionId id, long at) implements WalletEvent, Note {}

    record AccountRestored(
            AccountId account,
            AccountStatus status,
            Money balance,
            long openedAt,
            long version,
            Usage usage,
            List<Entry> entries)
            implements WalletEvent {}

    record StripeRestored(SystemAccount account, Money balance) implements WalletEvent {}

    record DebitRestored(
            Terms terms, Debit.State state, @Nullable Rejection refusal, long day, boolean inFirstDay, long heldAt)
            implements WalletEvent {}

    record TombstoneRestored(TransactionId id) implements WalletEvent {}

    record CreditRestored(Terms terms) implements WalletEvent {}

    record LocalEntryRestored(LocalEntry entry) implements WalletEvent {}

    record MerchantRestored(Merchant merchant) implements WalletEvent {}

    record PayoutRestored(Payout payout) implements WalletEvent {}
}
