/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

/** What is known of an account at a time. */
public record Anbieterstand(Anbieterdaten daten, Schluesselsatz schluessel) {}
