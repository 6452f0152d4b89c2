/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

/** One value of an answer. Immutable; {@code toString} shows no content, because answers are personal data. */
public sealed interface Wert permits Gruppenwert, Feldwert, Anlagewert {}
