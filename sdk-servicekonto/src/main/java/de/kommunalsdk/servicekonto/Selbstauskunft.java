/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

/**
 * What a portal says about itself to an account: public keys, names, addresses.
 *
 * @param medientyp for example {@code application/samlmetadata+xml}
 */
public record Selbstauskunft(String medientyp, String text) {}
