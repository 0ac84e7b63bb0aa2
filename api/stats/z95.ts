// The standard normal quantile behind every two-sided 95 % interval of this house.

/** `qnorm(0.975)` in R. */
export const z95 = 1.959963984540054;
