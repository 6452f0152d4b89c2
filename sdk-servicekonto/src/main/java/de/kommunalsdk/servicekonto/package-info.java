/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Login with the accounts of citizens and companies: which accounts a portal offers, and the port {@code Nutzerkonto} on top
 * of them. How each account speaks stands in the rooms {@code saml} and {@code oidc}; the pages stand in {@code servicekonto.servlet}.
 */
@NullMarked
package de.kommunalsdk.servicekonto;

import org.jspecify.annotations.NullMarked;
