/** Characters that only Simplified Chinese writes, as they would occur in a product like ours. */
export const simplified =
  /[业务营销额阶议题达实记录导击选择删关闭设进负责对输错误请标时间历报线汇总预测计机会产价确认邮发给个为这来与过还没说应权组织编辑则规统级细结终经续绩维转载键页项须顺频类显隐验状态库环动单号]/u;
