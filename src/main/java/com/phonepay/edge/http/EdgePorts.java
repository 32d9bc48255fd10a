package com.phonepay.edge.http;

import com.phonepay.payment.Accounts;
import com.phonepay.payment.Payments;
import com.phonepay.payment.Timelines;
import com.phonepay.payment.Wallets;
import com.phonepay.readmodel.ReadModels;
import java.util.List;

/** Everything that the public API asks. */
public record EdgePorts(
        Payments payments,
        Wallets wallets,
        Accounts accounts,
        Timelines timelines,
        ReadModels readModels,
        List<ReadinessCheck> checks,
        AdminPorts admin) {}
