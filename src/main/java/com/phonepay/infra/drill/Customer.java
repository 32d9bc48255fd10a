package com.phonepay.infra.drill;

/**
 * Somebody who pays and is paid in a drill.
 *
 * @param slice the number of the slices that own the wallet, the payments and the risk profile
 */
public record Customer(String userId, String password, int slice) {
    String email() {
        return userId + "@drill.example";
    }
}
