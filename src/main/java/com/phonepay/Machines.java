package com.phonepay;

import com.phonepay.directory.DirectoryMachine;
import com.phonepay.directory.DirectorySettings;
import com.phonepay.fraud.FraudMachine;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.settings.DeadlineSettings;
import com.phonepay.settings.Settings;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.wallet.WalletMachine;
import java.util.Map;

/** The machine of each type of slice, with the rules that the node's profile asks for. */
final class Machines {
    private Machines() {}

    static Map<SliceType, Machine<?>> of(Settings settings) {
        DeadlineSettings deadlines = settings.deadlines();
        Slices slices = settings.slices().slices();
        return Map.of(
                SliceType.TRANSACTIONS,
                        new TransactionMachine(
                                slices,
                                deadlines.ofTransactions(settings.settlement().refundPeriod()),
                                settings.rules().limits().paymentMax()),
                SliceType.WALLETS,
                        new WalletMachine(
                                slices, deadlines.ofWallets(settings.rules().limits())),
                SliceType.DIRECTORY, new DirectoryMachine(slices, DirectorySettings.usual()),
                SliceType.FRAUD, new FraudMachine(slices, settings.rules().fraud()));
    }
}
