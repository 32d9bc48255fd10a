package com.phonepay.infra.drill;

import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.supervisor.Secrets;
import com.phonepay.kernel.Slices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The customers of a drill: as many in each slice as in the next, registered, with money, logged in. Kept in a file, so
 * that only the first drill of an installation has to register them.
 */
public final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final BigDecimal START = new BigDecimal("50000.00");
    private static final BigDecimal LOW = new BigDecimal("10000.00");

    private final Teller teller;
    private final List<Customer> customers;
    private final String[] tokens;

    private Crowd(Teller teller, List<Customer> customers) {
        this.teller = teller;
        this.customers = customers;
        this.tokens = new String[customers.size()];
    }

    /**
     * Finds or makes the customers.
     *
     * @param perSlice how many in each slice
     */
    public static Crowd gather(Teller teller, Path file, Slices slices, int perSlice) throws IOException {
        List<Customer> customers = new ArrayList<>();
        if (Files.exists(file)) {
            customers.addAll(Arrays.asList(JsonFiles.read(file, Customer[].class)));
        }
        if (customers.size() != slices.count() * perSlice) {
            customers = invent(slices, perSlice);
            JsonFiles.write(file, customers);
        }
        Crowd crowd = new Crowd(teller, customers);
        crowd.enter();
        return crowd;
    }

    private static List<Customer> invent(Slices slices, int perSlice) {
        List<Customer> customers = new ArrayList<>();
        int[] room = new int[slices.count()];
        Arrays.fill(room, perSlice);
        String stamp = UUID.randomUUID().toString().substring(0, 6);
        for (int number = 0; customers.size() < slices.count() * perSlice; number++) {
            String userId = "drill-" + stamp + "-" + number;
            int slice = slices.of(userId);
            if (room[slice]-- > 0) {
                customers.add(new Customer(userId, Secrets.newToken().substring(0, 20), slice));
            }
        }
        return customers;
    }

    private void enter() throws IOException {
        List<CompletableFuture<Void>> entering = new ArrayList<>();
        for (int customer = 0; customer < customers.size(); customer++) {
            int each = customer;
            entering.add(CompletableFuture.runAsync(() -> enter(each)));
        }
        try {
            CompletableFuture.allOf(entering.toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("the customers of the drill could not log in: " + e.getCause(), e);
        }
    }

    private void enter(int customer) {
        if (!logIn(customer)) {
            Customer who = customers.get(customer);
            Map<String, Object> registration = Map.of(
                    "name", who.userId(), "email", who.email(), "user_id", who.userId(), "password", who.password());
            patiently(() -> teller.post(customer, "/auth/register", Map.of(), registration)
                                    .join()
                                    .status()
                            == 201
                    || logIn(customer));
            patiently(() -> logIn(customer));
        }
        patiently(() -> topUp(customer));
    }

    private boolean logIn(int customer) {
        Customer who = customers.get(customer);
        Teller.Answer answer = teller.post(
                        customer, "/auth/login", Map.of(), Map.of("email", who.email(), "password", who.password()))
                .join();
        if (answer.status() == 200) {
            tokens[customer] = answer.text("token");
        }
        return answer.status() == 200;
    }

    private boolean topUp(int customer) {
        if (balance(customer).compareTo(LOW) >= 0) {
            return true;
        }
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token(customer), "Idempotency-Key", "drill-" + UUID.randomUUID());
        return teller.post(customer, "/api/wallet/recharge", headers, Map.of("amount", START))
                        .join()
                        .status()
                == 200;
    }

    /** Logs everybody in again: tokens live ten minutes. */
    public void renew() {
        for (int customer = 0; customer < customers.size(); customer++) {
            int each = customer;
            patiently(() -> logIn(each));
        }
    }

    /** Every customer's balance. Blocks until each node that is asked has answered. */
    public List<BigDecimal> balances() {
        List<BigDecimal> balances = new ArrayList<>();
        for (int customer = 0; customer < customers.size(); customer++) {
            balances.add(balance(customer));
        }
        return balances;
    }

    private BigDecimal balance(int customer) {
        BigDecimal[] balance = new BigDecimal[1];
        int[] node = {customer};
        patiently(() -> {
            Teller.Answer answer = teller.get(node[0]++, "/api/wallet/balance", token(customer))
                    .join();
            if (answer.status() == 401) {
                logIn(customer);
            }
            boolean told = answer.status() == 200;
            if (told) {
                balance[0] = new BigDecimal(answer.text("balance")).setScale(2);
            }
            return told;
        });
        return balance[0];
    }

    private static void patiently(java.util.function.BooleanSupplier attempt) {
        if (!Await.until(attempt, PATIENCE)) {
            throw new IllegalStateException("nobody answered for " + PATIENCE.toSeconds() + " s");
        }
    }

    public int size() {
        return customers.size();
    }

    public Customer get(int customer) {
        return customers.get(customer);
    }

    public String token(int customer) {
        return tokens[customer];
    }
}
