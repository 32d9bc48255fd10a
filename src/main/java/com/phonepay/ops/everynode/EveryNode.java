package com.phonepay.ops.everynode;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Asks all members of the cluster, and answers them. */
public interface EveryNode {
    /**
     * One answer for each member, in the order of names; never fails. Takes a second at most, because who has not
     * answered by then is shown as silent.
     *
     * @param argument plain text, up to the topic
     */
    CompletionStage<List<NodeAnswer>> ask(String topic, String argument);

    /**
     * What this node answers to a topic from now on.
     *
     * @param answer from the argument to JSON; quick, because it runs where the question arrives
     */
    void answer(String topic, UnaryOperator<String> answer);
}
