package com.phonepay.payment.cluster.names;

import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Forgotten;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.UnclaimAlias;
import com.phonepay.protocol.Vote;
import com.phonepay.protocol.WalletOpened;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;

/** What slices say to each other. */
public final class ProtocolNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("screen", Screen.class)
                .add("hold", Hold.class)
                .add("can-receive", CanReceive.class)
                .add("vote", Vote.class)
                .add("capture", Capture.class)
                .add("credit", Credit.class)
                .add("release", Release.class)
                .add("applied", Applied.class)
                .add("inquire", Inquire.class)
                .add("concluded", Concluded.class)
                .add("forget", Forget.class)
                .add("forgotten", Forgotten.class)
                .add("claim-alias", ClaimAlias.class)
                .add("activate-alias", ActivateAlias.class)
                .add("unclaim-alias", UnclaimAlias.class)
                .add("alias-answered", AliasAnswered.class)
                .add("open-wallet", OpenWallet.class)
                .add("wallet-opened", WalletOpened.class)
                .add("enrol-payer", EnrolPayer.class);
    }
}
