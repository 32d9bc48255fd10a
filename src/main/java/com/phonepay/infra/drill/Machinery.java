package com.phonepay.infra.drill;

import java.util.concurrent.CompletableFuture;

/** What can be done to the processes of the cluster. Nodes are numbered from 1. */
public interface Machinery {
    CompletableFuture<Void> kill(int node);

    CompletableFuture<Void> stop(int node);

    /** Does nothing where it runs. */
    CompletableFuture<Void> start(int node);

    CompletableFuture<Void> pause(int node);

    /** Does nothing where it is not paused. */
    CompletableFuture<Void> resume(int node);

    /** Cuts a node off from all other nodes, or lets them hear each other again. */
    CompletableFuture<Void> cutOff(int node, boolean cut);

    /** Lets a node send everything to slices so much later; 0 ends it. */
    CompletableFuture<Void> lag(int node, int millis);

    CompletableFuture<Void> pauseServer(String name);

    /** Does nothing where it is not paused. */
    CompletableFuture<Void> resumeServer(String name);
}
