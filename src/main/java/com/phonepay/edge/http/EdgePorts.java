package com.phonepay.edge.http;

import com.phonepay.coordinator.ClusterOrders;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.BankControl;
import com.phonepay.payment.Merchants;
import com.phonepay.payment.Names;
import com.phonepay.payment.Payments;
import com.phonepay.payment.Refunds;
import com.phonepay.payment.Sessions;
import com.phonepay.payment.Timelines;
import com.phonepay.payment.Wallets;
import com.phonepay.readmodel.ReadModels;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Everything that the public API asks.
 *
 * @param nextCutOff when windows are closed next, milliseconds since 1970; 0 where no cut-off is planned
 * @param bank there in a development cluster
 */
public record EdgePorts(
        Payments payments,
        Refunds refunds,
        Wallets wallets,
        Accounts accounts,
        Names names,
        Merchants merchants,
        Sessions sessions,
        Timelines timelines,
        ReadModels readModels,
        LongSupplier nextCutOff,
        Optional<BankControl> bank,
        EventPorts events,
        ClusterOrders orders,
        List<ReadinessCheck> checks,
        AdminPorts admin) {}
