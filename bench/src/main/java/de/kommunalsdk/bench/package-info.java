/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Benchmarks: each operation of the SDK beside a peer that does the least that can be done with the same input. Methods
 * ending in {@code Sdk} and {@code Peer} are a pair. Nobody looks in here; it is never published.
 */
@NullMarked
package de.kommunalsdk.bench;

import org.jspecify.annotations.NullMarked;
